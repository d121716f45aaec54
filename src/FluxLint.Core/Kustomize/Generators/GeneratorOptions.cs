using FluxLint.Syntax;

namespace FluxLint.Kustomize.Generators;

/// <summary>Options of a generator: <c>generatorOptions</c> of the kustomization, or <c>options</c> of an entry.</summary>
/// <param name="Labels">Labels of what is generated.</param>
/// <param name="Annotations">Annotations of what is generated.</param>
/// <param name="DisableNameSuffixHash">Whether names stay without a content hash.</param>
/// <param name="Immutable">The node that makes what is generated immutable; null when none does.</param>
internal sealed record GeneratorOptions(List<YamlEntry> Labels, List<YamlEntry> Annotations, bool DisableNameSuffixHash, YamlNode? Immutable)
{
    private static readonly GeneratorOptions None = new([], [], DisableNameSuffixHash: false, Immutable: null);

    public static GeneratorOptions Read(Layer layer, YamlMapping owner, string name)
    {
        if (owner.Field(name) is not { } node)
            return None;
        if (node is not YamlMapping options)
        {
            layer.Report(BuildProblemKind.Refused, node, $"'{name}' must be a mapping, and is {KustomizationFields.Describe(node)}");
            return None;
        }
        layer.RefuseUnknown(options, name, "labels", "annotations", "disableNameSuffixHash", "immutable");
        return new(
            layer.Pairs(options, "labels"),
            layer.Pairs(options, "annotations"),
            layer.Flag(options, "disableNameSuffixHash"),
            layer.Flag(options, "immutable") ? options.Field("immutable") : null);
    }

    /// <summary>These options with those of an entry on top. A switch that either turns on stays on.</summary>
    public GeneratorOptions With(GeneratorOptions entry) => new(
        Merge(Labels, entry.Labels),
        Merge(Annotations, entry.Annotations),
        DisableNameSuffixHash || entry.DisableNameSuffixHash,
        entry.Immutable ?? Immutable);

    private static List<YamlEntry> Merge(List<YamlEntry> shared, List<YamlEntry> own) =>
        [.. shared.Where(pair => !own.Exists(other => other.Name == pair.Name)), .. own];
}
