using FluxLint.Syntax;

namespace FluxLint.Kustomize;

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
                PairWriter.Write(layer, pairs, fields);
        }
        PairWriter.Write(layer, layer.Pairs(layer.Kustomization.Root, "commonLabels"), MetadataFields.LabelsAndSelectors);
    }

    private static List<FieldSpec>? Fields(Layer layer, YamlMapping entry)
    {
        var fields = new List<FieldSpec>();
        foreach (var field in layer.Mappings(entry, "fields"))
        {
            layer.RefuseUnknown(field, "fields", "path", "kind", "group", "version", "create");
            fields.Add(new(Text(field, "path"), Text(field, "kind"), Text(field, "group"), Text(field, "version"), layer.Flag(field, "create")));
        }
        var includesTemplates = layer.Flag(entry, "includeTemplates");
        FieldSpec[] standard = layer.Flag(entry, "includeSelectors") ? MetadataFields.LabelsAndSelectors
            : includesTemplates ? [.. MetadataFields.TemplateLabels, MetadataFields.Labels]
            : [MetadataFields.Labels];
        foreach (var spec in standard)
        {
            if (fields.Find(spec.IsSameField) is not { } same)
            {
                fields.Add(spec);
            }
            else if (same.Create != spec.Create)
            {
                layer.Report(BuildProblemKind.Refused, entry.KeyOf("fields") ?? entry, $"the field '{spec.Path}' is there already, with create: {(spec.Create ? "true" : "false")}");
                return null;
            }
        }
        return fields;

        string Text(YamlMapping field, string name) => layer.Text(field, name)?.Value ?? "";
    }
}
