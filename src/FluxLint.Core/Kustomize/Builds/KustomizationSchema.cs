using FluxLint.Diagnostics;
using FluxLint.Kustomize.Output;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Kustomize.Builds;

/// <summary>The fields of a kustomization file, from the kustomize API types of v5.5.</summary>
internal static class KustomizationSchema
{
    private static readonly string[] Known =
    [
        "apiVersion", "kind", "metadata", "openapi", "namePrefix", "nameSuffix", "namespace", "commonLabels", "labels",
        "commonAnnotations", "patchesStrategicMerge", "patchesJson6902", "patches", "images", "imageTags", "replacements",
        "replicas", "vars", "sortOptions", "resources", "components", "crds", "bases", "configMapGenerator",
        "secretGenerator", "helmGlobals", "helmCharts", "helmChartInflationGenerator", "generatorOptions",
        "configurations", "generators", "transformers", "validators", "buildMetadata",
    ];

    private static readonly string[] Lists =
    [
        "resources", "bases", "components", "crds", "configurations", "generators", "transformers", "validators",
        "patches", "patchesStrategicMerge", "patchesJson6902", "replacements", "vars", "configMapGenerator", "secretGenerator", "buildMetadata",
    ];

    private static readonly string[] ListsOfText =
    [
        "resources", "bases", "components", "crds", "configurations", "generators", "transformers", "validators", "patchesStrategicMerge",
    ];

    /// <summary>Lists in which null is a path to nowhere or an entry without a name. In others it is nothing, or who reads them refuses it.</summary>
    private static readonly string[] ListsWithoutNull =
    [
        "resources", "bases", "components", "crds", "configurations", "patchesStrategicMerge", "configMapGenerator", "secretGenerator", "replicas",
    ];

    private static readonly (string Field, BuildProblemKind Kind, string Gap, bool AddsResources)[] Unrendered =
    [
        ("helmCharts", BuildProblemKind.DisabledPlugin, "charts inflated by 'helmCharts' cannot be rendered offline", true),
        ("helmChartInflationGenerator", BuildProblemKind.DisabledPlugin, "charts inflated by 'helmChartInflationGenerator' cannot be rendered offline", true),
        ("imageTags", BuildProblemKind.RenderGap, "images changed by 'imageTags' are not rendered", false),
    ];

    /// <summary>Reports unknown fields and fields of the wrong type, which kustomize refuses.</summary>
    public static void Check(Layer layer)
    {
        var kustomization = layer.Kustomization;
        if (layer.Repository.KustomizationFiles(kustomization.Directory) is { Length: > 1 } files)
            layer.Report(BuildProblemKind.Refused, Location.OfFile(kustomization.Tree.Source), $"a directory has one kustomization file, and this one has {string.Join(" and ", files.Select(path => $"'{path}'"))}");
        if (kustomization.Root.Entries.All(IsIdle))
            layer.Report(BuildProblemKind.Refused, Location.OfFile(kustomization.Tree.Source), "the kustomization is empty");
        foreach (var entry in kustomization.Root.Entries)
        {
            if (entry.Name is not { } name || !Known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                var hint = entry.Name is { } unknown && Suggestion.For(unknown, Known) is { } nearest ? $"; {nearest.Statement}" : "";
                layer.Report(BuildProblemKind.Refused, entry.Key, $"kustomize knows no field '{entry.Name}' in a {(kustomization.IsComponent ? "Component" : "Kustomization")}{hint}");
            }
            else if (Lists.Contains(name, StringComparer.OrdinalIgnoreCase) && entry.Value is not (YamlSequence or YamlScalar { IsNull: true }))
            {
                layer.Report(BuildProblemKind.Refused, entry.Value, $"'{name}' must be a list");
            }
        }
        foreach (var (field, item) in ListsOfText.SelectMany(field => kustomization.Items(field).Select(item => (field, item))))
        {
            if (item is not YamlScalar { IsNull: true })
                layer.IsText(item, $"an entry of '{field}'");
        }
        foreach (var (field, item) in ListsWithoutNull.SelectMany(field => kustomization.Items(field).Select(item => (field, item))))
        {
            if (item is YamlScalar { IsNull: true })
                layer.Report(BuildProblemKind.Refused, item, $"an entry of '{field}' must not be empty");
        }
        SortOptions.Check(layer);
        if (kustomization.Field("metadata") is YamlMapping metadata)
            layer.RefuseUnknown(metadata, "metadata", "name", "namespace", "labels", "annotations");
        if (kustomization.Field("kind") is YamlScalar { Value: not ("Kustomization" or "Component") } kind)
            layer.Report(BuildProblemKind.Refused, kind, $"the kind of a kustomization file is Kustomization or Component, not '{kind.Value}'");
        var expected = kustomization.IsComponent ? "kustomize.config.k8s.io/v1alpha1" : "kustomize.config.k8s.io/v1beta1";
        if (kustomization.Field("apiVersion") is YamlScalar { Value.Length: > 0 } version && version.Value != expected)
            layer.Report(BuildProblemKind.Refused, version, $"the apiVersion of a {(kustomization.IsComponent ? "Component" : "Kustomization")} is '{expected}', not '{version.Value}'");
    }

    private static bool IsIdle(YamlEntry entry) =>
        entry.Value is YamlScalar { IsNull: true } || string.Equals(entry.Name, "apiVersion", StringComparison.OrdinalIgnoreCase) || (string.Equals(entry.Name, "kind", StringComparison.OrdinalIgnoreCase) && entry.Value is YamlScalar { Value: "Kustomization" or "Component" });

    /// <summary>Reports fields whose effect is not rendered; whether there are any, so that values are unknown once the layer is done.</summary>
    public static bool ReportGaps(Layer layer)
    {
        var found = false;
        foreach (var (field, kind, gap, addsResources) in Unrendered)
        {
            if (layer.Kustomization.Field(field) is not { } value || value is YamlSequence { Items: [] } or YamlMapping { Entries: [] })
                continue;
            var key = layer.Kustomization.Root.Entries.First(entry => string.Equals(entry.Name, field, StringComparison.OrdinalIgnoreCase)).Key;
            layer.Problems.Add(new(kind, key.Location, gap));
            layer.MayLack(addsResources);
            found = true;
        }
        return found;
    }
}
