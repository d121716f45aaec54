using System.Collections.Immutable;
using FluxLint.Kustomize.Configurations;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>Carries out <c>labels</c> and then <c>commonLabels</c>.</summary>
internal static class LabelTransformer
{
    public static void Apply(Layer layer)
    {
        foreach (var entry in layer.Mappings(layer.Kustomization.Root, "labels"))
        {
            layer.RefuseUnknown(entry, "labels", "pairs", "includeSelectors", "includeTemplates", "fields");
            var pairs = layer.Pairs(entry, "pairs");
            if (Fields(layer, entry) is { } fields)
                PairWriter.Write(layer, pairs, fields, ProvenanceStep.Label);
        }
        PairWriter.Write(layer, layer.Pairs(layer.Kustomization.Root, "commonLabels"), layer.Configuration.CommonLabels, ProvenanceStep.Label);
    }

    private static ImmutableArray<FieldSpec>? Fields(Layer layer, YamlMapping entry)
    {
        var own = layer.Mappings(entry, "fields").Select(field =>
        {
            layer.RefuseUnknown(field, "fields", "path", "kind", "group", "version", "create");
            return FieldSpecReader.Checked(layer, new(Text(field, "path"), Text(field, "kind"), Text(field, "group"), Text(field, "version"), layer.Flag(field, "create")) { Node = field });
        });
        var includesTemplates = layer.Flag(entry, "includeTemplates");
        ImmutableArray<FieldSpec> standard = layer.Flag(entry, "includeSelectors") ? layer.Configuration.CommonLabels
            : includesTemplates ? [.. layer.Configuration.TemplateLabels, MetadataFields.Labels]
            : [MetadataFields.Labels];
        FieldSpec? contradicted = null;
        var fields = own.ToImmutableArray().MergeAll(standard, spec => contradicted = spec).MergeAll(layer.Configuration.Labels, spec => contradicted = spec);
        if (contradicted is null)
            return fields;
        layer.Report(BuildProblemKind.Refused, entry.KeyOf("fields") ?? entry, $"the field '{contradicted.Path}' is there already, with create: {(contradicted.Create ? "true" : "false")}");
        return null;

        string Text(YamlMapping field, string name) => layer.Text(field, name)?.Value ?? "";
    }
}
