using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>Where pods may run (<c>ValidateTolerations</c>, <c>validateTopologySpreadConstraints</c>).</summary>
internal static class SchedulingChecks
{
    public static void Check(YamlMapping pod, ObjectPath at, ObjectReport report)
    {
        foreach (var (i, toleration) in pod.Mappings("tolerations"))
            CheckToleration(toleration, at["tolerations", i], report);
        foreach (var (i, constraint) in pod.Mappings("topologySpreadConstraints"))
            CheckSpread(constraint, at["topologySpreadConstraints", i], report);
        if (pod.Mapping("affinity") is { } affinity)
            AffinityChecks.Check(affinity, at["affinity"], report);
    }

    private static void CheckToleration(YamlMapping toleration, ObjectPath at, ObjectReport report)
    {
        var isEqual = toleration.Lacks("operator") || toleration.Known("operator")?.Value == "Equal";
        if (isEqual && toleration.Lacks("key"))
            report.Add(toleration["operator"] ?? toleration.Start(), $"'{at}' needs a key, or 'operator: Exists' to tolerate every taint");
        if (toleration.Known("operator") is { Value: "Exists" } && toleration.Known("value") is { Value.Length: > 0 } value)
            report.Add(value, $"'{at["value"]}' may not be set with 'Exists'");
        if (toleration.IsSet("tolerationSeconds") && (toleration.Lacks("effect") || toleration.Known("effect") is { Value: not "NoExecute" }))
            report.Add(toleration.Place("tolerationSeconds"), $"'{at["tolerationSeconds"]}' can only be set with 'effect: NoExecute'");
    }

    private static void CheckSpread(YamlMapping constraint, ObjectPath at, ObjectReport report)
    {
        report.Bound(constraint, "maxSkew", at, 1);
        report.Bound(constraint, "minDomains", at, 1);
        if (constraint.Known("topologyKey") is { Value: "" } key)
            report.Add(key, $"'{at["topologyKey"]}' must not be empty");
        if (constraint.IsSet("minDomains") && constraint.Known("whenUnsatisfiable") is { Value: "ScheduleAnyway" })
            report.Add(constraint.Place("minDomains"), $"'{at["minDomains"]}' can only be set with 'whenUnsatisfiable: DoNotSchedule'");
        if (constraint.HasItems("matchLabelKeys") && !constraint.Has("labelSelector"))
            report.Add(constraint.Place("matchLabelKeys"), $"'{at["matchLabelKeys"]}' can only be set with 'labelSelector'");
        RequirementChecks.CheckSelector(constraint, "labelSelector", at, report);
    }
}
