using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>Bounds on how many pods there are (<c>ValidateHorizontalPodAutoscaler</c>, <c>ValidatePodDisruptionBudget</c>).</summary>
internal static class ScalingChecks
{
    private const int LongestWindow = 3600;
    private const int LongestPeriod = 1800;

    public static void CheckAutoscaler(YamlMapping spec, ObjectReport report)
    {
        var least = spec.Number("minReplicas");
        // Whether 0 is allowed depends on a feature of the cluster.
        report.Bound(spec, "minReplicas", ObjectPath.Spec, 0);
        if (spec.Mapping("behavior") is { } behavior)
        {
            foreach (var direction in new[] { "scaleUp", "scaleDown" })
            {
                if (behavior.Mapping(direction) is { } rules)
                    CheckRules(rules, ObjectPath.Spec["behavior"][direction], report);
            }
        }
        if (spec.Number("maxReplicas") is not { } most || spec["maxReplicas"] is not { } node)
            return;
        if (most < 1)
            report.Add(node, $"'spec.maxReplicas' must be more than 0, not {most}");
        else if (least > most)
            report.Add(node, $"'spec.maxReplicas' is {most}, and must be at least 'spec.minReplicas', which is {least}");
    }

    public static void CheckBudget(YamlMapping spec, ObjectReport report)
    {
        ShareChecks.Check(spec, "minAvailable", ObjectPath.Spec, report);
        ShareChecks.Check(spec, "maxUnavailable", ObjectPath.Spec, report);
        RequirementChecks.CheckSelector(spec, "selector", ObjectPath.Spec, report);
        if (spec.IsSet("minAvailable") && spec.IsSet("maxUnavailable"))
            report.Add(spec.KeyOf("maxUnavailable") ?? spec, "'spec.minAvailable' and 'spec.maxUnavailable' cannot both be set");
    }

    private static void CheckRules(YamlMapping rules, ObjectPath at, ObjectReport report)
    {
        report.Bound(rules, "stabilizationWindowSeconds", at, 0, LongestWindow);
        foreach (var (i, policy) in rules.Mappings("policies"))
        {
            report.Bound(policy, "value", at["policies", i], 1);
            report.Bound(policy, "periodSeconds", at["policies", i], 1, LongestPeriod);
        }
    }
}
