using FluxLint.Syntax;

namespace FluxLint.Kustomize.Generators;

/// <summary>Makes ConfigMaps or Secrets of the entries of a generator field, and puts them in or merges them with what is there.</summary>
internal static class DataGenerator
{
    public static void Apply(Layer layer, DataKind kind)
    {
        var field = kind == DataKind.Secret ? "secretGenerator" : "configMapGenerator";
        var entries = layer.Mappings(layer.Kustomization.Root, field).ToArray();
        if (entries.Length == 0)
            return;
        var shared = GeneratorOptions.Read(layer, layer.Kustomization.Root, "generatorOptions");
        foreach (var entry in entries)
        {
            layer.RefuseUnknown(entry, field, "name", "namespace", "behavior", "literals", "files", "envs", "env", "options", kind == DataKind.Secret ? "type" : "name");
            Apply(layer, entry, kind, shared.With(GeneratorOptions.Read(layer, entry, "options")));
        }
    }

    /// <summary>Carries out one entry.</summary>
    public static void Apply(Layer layer, YamlMapping entry, DataKind kind, GeneratorOptions options)
    {
        if (layer.NonEmptyText(entry, "name") is { } name)
            Absorb(layer, entry, name, Generate(layer, entry, name, kind, options));
        else
            layer.Report(BuildProblemKind.Refused, entry, $"a generator of a {kind} must have a name");
    }

    private static Resource Generate(Layer layer, YamlMapping entry, YamlScalar name, DataKind kind, GeneratorOptions options)
    {
        var made = new NodeMaker(entry);
        var metadata = made.Mapping().With("name", name, entry.KeyOf("name"));
        if (layer.NonEmptyText(entry, "namespace") is { } place)
            metadata = metadata.With("namespace", place);
        if (options.Labels.Count > 0)
            metadata = metadata.With("labels", made.Pairs(options.Labels));
        if (options.Annotations.Count > 0)
            metadata = metadata.With("annotations", made.Pairs(options.Annotations));

        var root = made.Mapping()
            .With("apiVersion", made.Text("v1", entry))
            .With("kind", made.Text(kind.ToString(), entry))
            .With("metadata", metadata);
        if (kind == DataKind.Secret)
            root = root.With("type", layer.NonEmptyText(entry, "type") ?? made.Text("Opaque", entry));
        if (options.Immutable is { } immutable)
            root = root.With("immutable", YamlScalar.Create("true", immutable.Location, isText: false).WithDerivation(new(ProvenanceStep.Generator, immutable.Location, null)));
        foreach (var (key, _) in options.Labels.Concat(options.Annotations).Where(pair => !WrittenKeys.IsPrintable(pair.Key)))
            layer.Report(BuildProblemKind.Refused, key, WrittenKeys.Describe(key));
        root = AddData(layer, root, entry, name, kind, made);
        return Resource.Of(root.WithDerivation(new(ProvenanceStep.Generator, entry.Location, null))).WithHash(!options.DisableNameSuffixHash);
    }

    private static YamlMapping AddData(Layer layer, YamlMapping root, YamlMapping entry, YamlScalar name, DataKind kind, NodeMaker made)
    {
        var (data, binary, keys) = (new List<YamlEntry>(), new List<YamlEntry>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (key, content, place) in new DataSources(layer, entry).Read())
        {
            var text = kind == DataKind.Secret ? WrappedBase64.Encode(content.Bytes) : content.Text;
            var written = YamlScalar.Create(key, place.Location);
            if (keys.Contains(key))
                layer.Report(BuildProblemKind.Refused, place, $"'{name.Value}' has the key '{key}' twice");
            else if (YamlScalar.Create(key, place.Location, isText: false).Kind != ScalarKind.String)
                layer.Report(BuildProblemKind.Refused, place, $"the key '{key}' of '{name.Value}' reads as something else than text, which kustomize cannot write");
            else if (text is not null)
                Add(data);
            else
                Add(binary);

            void Add(List<YamlEntry> entries)
            {
                keys.Add(key);
                entries.Add(new(written, made.Text(text ?? WrappedBase64.Encode(content.Bytes), place)));
            }
        }
        if (data.Count > 0 || kind == DataKind.Secret)
            root = root.With("data", made.Mapping().WithEntries([.. data]));
        return binary.Count > 0 ? root.With("binaryData", made.Mapping().WithEntries([.. binary])) : root;
    }

    private static void Absorb(Layer layer, YamlMapping entry, YamlScalar name, Resource generated)
    {
        if (layer.IsOverLimit)
            return;
        var behavior = layer.Text(entry, "behavior")?.Value;
        var isChange = behavior is "merge" or "replace";
        var present = layer.Resources.FindAll(resource => resource.Id.IsSameObject(generated.Id) || resource.PreviousIds.Any(generated.Id.IsSameObject));
        if (present.Count == 0 && !isChange)
            layer.Resources.Add(generated);
        else if (present.Count == 0 && layer.HasGaps)
            return;
        else if (present.Count == 0)
            layer.Report(BuildProblemKind.Refused, name, $"there is no {generated.Id.Display} that '{behavior}' could change");
        else if (present.Count > 1)
            layer.Report(BuildProblemKind.Refused, name, $"several resources could be the {generated.Id.Display} that is meant");
        else if (!isChange)
            layer.Problems.Add(new(BuildProblemKind.DuplicateResource, name.Location, $"{generated.Id.Display} is there already, and only 'behavior: merge' or 'replace' may change it")
            {
                Related = [new(present[0].Location, "the other one")],
            });
        else
            layer.Resources[layer.Resources.IndexOf(present[0])] = Merge(layer, present[0], generated, keepsData: behavior == "merge");
    }

    private static Resource Merge(Layer layer, Resource present, Resource generated, bool keepsData)
    {
        var merged = GeneratedMerge.Apply(present, generated, keepsData);
        foreach (var written in (ReadOnlySpan<YamlNode?>)[merged.Root["data"], merged.Root["binaryData"], merged.Root.At("metadata", "labels")])
        {
            if (WrittenKeys.FirstUnprintable(written) is { } key)
                layer.Report(BuildProblemKind.Refused, key, WrittenKeys.Describe(key));
        }
        // Who takes the place of an object is its origin.
        return keepsData || merged.History is not { } history
            ? merged
            : merged.With(history with { Origin = new(layer.Kustomization.Path, $"{merged.Id.Kind}Generator") });
    }
}
