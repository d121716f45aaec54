using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>Bounds on how many pods there are (<c>ValidateHorizontalPodAutoscaler</c>, <c>ValidatePodDisruptionBudget</c>).</summary>
internal static class ScalingChecks
{
    public static void CheckAutoscaler(YamlMapping spec, ObjectReport report)
    {
        if (spec.Number("maxReplicas") is not { } most || spec["maxReplicas"] is not { } node)
            return;
        if (most < 1)
            report.Add(node, $"'spec.maxReplicas' must be more than 0, not {most}");
        else if (spec.Number("minReplicas") is { } least && least > most)
            report.Add(node, $"'spec.maxReplicas' is {most}, and must be at least 'spec.minReplicas', which is {least}");
    }

    public static void CheckBudget(YamlMapping spec, ObjectReport report)
    {
        if (spec.Has("minAvailable") && spec.Has("maxUnavailable"))
            report.Add(spec.KeyOf("maxUnavailable") ?? spec, "'spec.minAvailable' and 'spec.maxUnavailable' cannot both be set");
    }
}
