using FluxLint.Syntax;

namespace FluxLint.Kustomize.Generators;

/// <summary>Makes nodes that an entry of a generator stands for.</summary>
internal sealed class NodeMaker(YamlNode entry)
{
    public YamlMapping Mapping() => new(entry.Source, entry.Span, []);

    /// <summary>Text that comes from a place in the kustomization.</summary>
    public YamlScalar Text(string value, YamlNode place) =>
        YamlScalar.Create(value, place.Location).WithDerivation(new(ProvenanceStep.Generator, place.Location, null));

    public YamlMapping Pairs(IEnumerable<YamlEntry> pairs) =>
        Mapping().WithEntries([.. pairs.Select(pair => new YamlEntry(pair.Key, Text(pair.Value.TextOrEmpty(), pair.Value)))]);
}
