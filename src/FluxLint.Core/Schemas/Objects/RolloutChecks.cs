using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>How many pods a workload has, and how it replaces them (<c>pkg/apis/apps/validation</c>).</summary>
internal static class RolloutChecks
{
    // What the API server fills in.
    private const long DefaultDeadline = 600;
    private const long DefaultPercentage = 25;

    public static void Check(string kind, YamlMapping spec, ObjectReport report)
    {
        var at = ObjectPath.Spec;
        if (kind != "DaemonSet")
            report.Bound(spec, "replicas", at, 0);
        report.Bound(spec, "minReadySeconds", at, 0);
        if (kind is "Deployment" or "DaemonSet")
            report.Bound(spec, "revisionHistoryLimit", at, 0);
        if (kind == "Deployment")
            CheckDeployment(spec, at, report);
        else if (kind == "DaemonSet" && Rolling(spec, "updateStrategy") is { } daemons)
            CheckDaemons(daemons, at["updateStrategy"]["rollingUpdate"], report);
        else if (kind == "StatefulSet" && spec.Mapping("updateStrategy") is { } strategy)
            CheckStateful(strategy, at["updateStrategy"], report);
    }

    private static void CheckDeployment(YamlMapping spec, ObjectPath at, ObjectReport report)
    {
        CheckDeadline(spec, at, report);
        if (spec.Mapping("strategy") is { } strategy && strategy.Known("type")?.Value == "Recreate" && strategy.IsSet("rollingUpdate"))
            report.Add(strategy.Place("rollingUpdate"), $"'{at["strategy"]}' cannot have 'rollingUpdate' with the type 'Recreate'; a patch takes it out with 'rollingUpdate: null'");
        if (Rolling(spec, "strategy") is not { } rolling)
            return;
        var path = at["strategy"]["rollingUpdate"];
        var unavailable = ShareChecks.Check(rolling, "maxUnavailable", path, report, DefaultPercentage);
        var surge = ShareChecks.Check(rolling, "maxSurge", path, report, DefaultPercentage, isPart: false);
        if (unavailable == 0 && surge == 0)
            report.Add(rolling["maxUnavailable"] ?? rolling, $"'{path}' cannot have 0 as both 'maxUnavailable' and 'maxSurge'");
    }

    private static void CheckDeadline(YamlMapping spec, ObjectPath at, ObjectReport report)
    {
        var deadline = spec.Has("progressDeadlineSeconds") ? spec.Number("progressDeadlineSeconds") : DefaultDeadline;
        var ready = spec.Has("minReadySeconds") ? spec.Number("minReadySeconds") : 0;
        if (deadline > ready || deadline is null || ready is null)
            return;
        var (node, which) = spec.Has("progressDeadlineSeconds") ? (spec["progressDeadlineSeconds"], "") : (spec["minReadySeconds"], ", which is the default");
        report.Add(node ?? spec, $"'{at["progressDeadlineSeconds"]}' is {deadline}{which}, and must be more than '{at["minReadySeconds"]}', which is {ready}");
    }

    private static void CheckDaemons(YamlMapping rolling, ObjectPath at, ObjectReport report)
    {
        var unavailable = ShareChecks.Check(rolling, "maxUnavailable", at, report, missing: 1);
        var surge = ShareChecks.Check(rolling, "maxSurge", at, report, missing: 0);
        if (unavailable == 0 && surge == 0)
            report.Add(rolling["maxUnavailable"] ?? rolling, $"'{at}' cannot have 0 as both 'maxUnavailable' and 'maxSurge'{(rolling.Has("maxSurge") ? "" : ", which is the default")}");
        else if (unavailable > 0 && surge > 0)
            report.Add(rolling["maxSurge"] ?? rolling, $"'{at["maxSurge"]}' needs 'maxUnavailable: 0'{(rolling.Has("maxUnavailable") ? "" : ", as the default is 1")}");
    }

    private static void CheckStateful(YamlMapping strategy, ObjectPath at, ObjectReport report)
    {
        if (strategy.Known("type")?.Value == "OnDelete" && strategy.IsSet("rollingUpdate"))
            report.Add(strategy.Place("rollingUpdate"), $"'{at}' cannot have 'rollingUpdate' with the type 'OnDelete'");
        else if (strategy.Mapping("rollingUpdate") is { } rolling)
            report.Bound(rolling, "partition", at["rollingUpdate"], 0);
    }

    /// <summary>The numbers of a rolling update; null when there are none, or another strategy is or may be taken.</summary>
    private static YamlMapping? Rolling(YamlMapping spec, string field)
    {
        if (spec.Mapping(field) is not { } strategy || strategy.HasOpenKeys() || strategy.Has("type") && strategy.Known("type")?.Value != "RollingUpdate")
            return null;
        return strategy.Mapping("rollingUpdate") is { } rolling && !rolling.HasOpenKeys() ? rolling : null;
    }
}
