using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>What runs forever restarts its pods always, and what ends does not.</summary>
internal static class RestartChecks
{
    public static void Check(ResourceId id, YamlMapping pod, ObjectReport report)
    {
        if ((id.Group == "apps" || id.Kind == "ReplicationController") && pod.IsSet("activeDeadlineSeconds"))
            report.Add(pod.Place("activeDeadlineSeconds"), $"the pods of a {id.Kind} run forever, and cannot have 'activeDeadlineSeconds'");
        var policy = pod["restartPolicy"];
        if (policy is not null && ValueTypes.IsOpen(policy))
            return;
        var text = (policy as YamlScalar)?.Value;
        if (id.Group == "apps" && text is "OnFailure" or "Never" && policy is not null)
            report.Add(policy, $"the pods of a {id.Kind} have the restart policy 'Always', not '{text}'");
        else if (id.Group == "batch" && text is null or "Always")
            report.Add(policy ?? (pod.Entries is [var first, ..] ? first.Key : pod), $"the pods of a {id.Kind} need the restart policy 'OnFailure' or 'Never', not 'Always'{(text is null ? ", which is the default" : "")}");
    }
}
