using System.Collections.Immutable;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Patching;

/// <summary>The labels and annotations of a patch that selects its resources.</summary>
internal static class PatchMetadata
{
    /// <summary>The patch with labels and annotations that are text, and without those that are empty.</summary>
    public static YamlMapping AsText(YamlMapping patch)
    {
        if (patch.Mapping("metadata") is not { } metadata)
            return patch;
        var read = AsText(AsText(metadata, "labels"), "annotations");
        return ReferenceEquals(read, metadata) ? patch : patch.With("metadata", read);
    }

    private static YamlMapping AsText(YamlMapping metadata, string name)
    {
        if (!metadata.Contains(name))
            return metadata;
        if (metadata.Mapping(name) is not { Entries.IsEmpty: false } values)
            return metadata.Without(name);
        var entries = ImmutableArray.CreateRange(values.Entries, entry => entry with { Value = AsText(entry.Value) });
        return entries.AsSpan().SequenceEqual(values.Entries.AsSpan()) ? metadata : metadata.With(name, values.WithEntries(entries));
    }

    private static YamlNode AsText(YamlNode value) =>
        value is YamlScalar { Kind: ScalarKind.String } ? value : new YamlScalar(value.Source, value.Span, NodeText.Of(value), ScalarStyle.DoubleQuoted);
}
