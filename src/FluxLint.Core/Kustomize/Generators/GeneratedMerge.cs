using FluxLint.Syntax;

namespace FluxLint.Kustomize.Generators;

/// <summary>Changes a resource by a generator with <c>behavior: merge</c> or <c>replace</c>: identity and metadata stay, the generator's values win.</summary>
internal static class GeneratedMerge
{
    public static Resource Apply(Resource present, Resource generated, bool keepsData)
    {
        var old = present.Root.Mapping("metadata") ?? new YamlMapping(present.Root.Source, present.Root.Span, []);
        var made = generated.Root.Mapping("metadata") ?? old;
        var metadata = made.WithEntries([]);
        foreach (var name in (ReadOnlySpan<string>)["name", "namespace"])
        {
            if (old[name] is { } value)
                metadata = metadata.With(name, value, old.KeyOf(name));
        }
        foreach (var name in (ReadOnlySpan<string>)["labels", "annotations"])
        {
            if (Merge(old.Mapping(name), made.Mapping(name)) is { Entries.Length: > 0 } merged)
                metadata = metadata.With(name, merged);
        }
        var root = generated.Root.With("metadata", metadata);
        if (root.Derivation is { } derivation)
            root = root.WithDerivation(derivation with { Replaced = present.Root });
        if (keepsData)
        {
            foreach (var name in (ReadOnlySpan<string>)["data", "binaryData"])
                root = Merge(present.Root.Mapping(name), root.Mapping(name)) is { Entries.Length: > 0 } merged ? root.With(name, merged) : root.Without(name);
        }
        else
        {
            foreach (var name in (ReadOnlySpan<string>)["data", "binaryData"])
                root = root.Mapping(name) is { } data ? root.With(name, Over(present.Root.Mapping(name), data)) : root;
        }
        return present.With(root).WithHash(present.NeedsHash && generated.NeedsHash);
    }

    private static YamlMapping? Merge(YamlMapping? old, YamlMapping? made)
    {
        if (old is null)
            return made;
        // All of it passes through a map of strings.
        var merged = new MappingBuilder(old.WithValues(entry => entry is { Name: not null, Value: YamlScalar { Kind: not ScalarKind.String } value }
            ? YamlScalar.Create(value.IsNull ? "" : value.Value, value.Location).WithDerivation(value.Derivation)
            : entry.Value));
        foreach (var entry in made?.Entries ?? [])
        {
            if (entry.Name is { } name)
                merged.Set(name, Over(old, name, entry.Value), entry.Key);
        }
        return merged.ToMapping();
    }

    /// <summary>Values that take the places of others of the same keys.</summary>
    private static YamlMapping Over(YamlMapping? old, YamlMapping made) =>
        made.WithEntries([.. made.Entries.Select(entry => entry.Name is { } name ? entry with { Value = Over(old, name, entry.Value) } : entry)]);

    private static YamlNode Over(YamlMapping? old, string name, YamlNode value) =>
        value.WithDerivation(new(ProvenanceStep.Generator, value.Derivation?.Cause ?? value.Location, old?[name]));
}
