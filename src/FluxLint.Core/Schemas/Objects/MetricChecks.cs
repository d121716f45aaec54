using FluxLint.Schemas.Cel.Functions;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>The metrics of an autoscaler have the source that their type says, and a target that fits it (<c>validateMetricSpec</c>).</summary>
internal static class MetricChecks
{
    private static readonly string[] Sources = ["object", "external", "pods", "resource", "containerResource"];

    public static void Check(YamlMapping spec, ObjectReport report)
    {
        // A metric that is not known may be such a one.
        var scalesOutside = spec.Sequence("metrics")?.Items.Any(item => item is not YamlMapping metric || metric.HasOpenKeys()) == true;
        foreach (var (i, metric) in spec.Mappings("metrics"))
        {
            var at = ObjectPath.Spec["metrics", i];
            if (metric.Known("type") is not { } type || Source(type.Value) is not { } source)
            {
                scalesOutside = true;
                continue;
            }
            scalesOutside |= source is "object" or "external";
            CheckSource(metric, type, source, at, report);
        }
        var isKnown = spec["metrics"] is null or YamlScalar { IsNull: true } or YamlSequence;
        if (isKnown && !scalesOutside && spec.Number("minReplicas") == 0 && spec["minReplicas"] is { } least)
            report.Add(least, "'spec.minReplicas' can only be 0 with a metric of the type 'Object' or 'External'");
    }

    private static void CheckSource(YamlMapping metric, YamlScalar type, string source, ObjectPath at, ObjectReport report)
    {
        if (!metric.Has(source) && metric.HasOnly(["type", .. Sources]))
            report.Add(type, $"'{at[source]}' is needed with the type '{type.Value}'");
        foreach (var other in Sources)
        {
            if (other != source && metric.IsSet(other))
                report.Add(metric.Place(other), $"'{at[other]}' can only be set with another type than '{type.Value}'");
        }
        if (metric.Mapping(source)?.Mapping("target") is { } target && !target.HasOpenKeys())
            CheckTarget(target, source, at[source]["target"], report);
    }

    private static void CheckTarget(YamlMapping target, string source, ObjectPath at, ObjectReport report)
    {
        string[] choices = source switch
        {
            "pods" => ["averageValue"],
            "object" or "external" => ["value", "averageValue"],
            _ => ["averageUtilization", "averageValue"],
        };
        if (!choices.Any(target.Has) && target.HasOnly("type", "value", "averageValue", "averageUtilization"))
            report.Add(target.Start(), $"'{at}' needs {string.Join(" or ", choices.Select(choice => $"'{choice}'"))}");
        else if (source is not ("pods" or "object") && choices.All(target.IsSet))
            report.Add(target.Place(choices[1]), $"'{at}' cannot have both '{choices[0]}' and '{choices[1]}'");
        report.Bound(target, "averageUtilization", at, 1);
        foreach (var field in new[] { "value", "averageValue" })
        {
            if (target.Known(field) is { } amount && Quantities.Parse(amount.CanonicalValue) is { Digits.Sign: <= 0 })
                report.Add(amount, $"'{at[field]}' must be more than 0, not {amount.Value}");
        }
    }

    private static string? Source(string type) => type switch
    {
        "Object" => "object",
        "External" => "external",
        "Pods" => "pods",
        "Resource" => "resource",
        "ContainerResource" => "containerResource",
        _ => null,
    };
}
