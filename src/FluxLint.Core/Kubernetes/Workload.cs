using FluxLint.Syntax;

namespace FluxLint.Kubernetes;

/// <summary>The built-in kinds that run pods.</summary>
public static class Workload
{
    /// <summary>Whether objects of a kind run pods.</summary>
    public static bool Is(ResourceId id) => id is
        { Group: "", Kind: "Pod" or "ReplicationController" }
        or { Group: "apps", Kind: "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet" }
        or { Group: "batch", Kind: "Job" or "CronJob" };

    /// <summary>The <c>metadata</c> of what a workload makes: its pods, and the Jobs of a CronJob.</summary>
    public static IEnumerable<YamlMapping> TemplateMetadata(ResourceId id, YamlMapping root)
    {
        if (!Is(id) || root.Mapping("spec") is not { } spec)
            yield break;
        if (spec.At("jobTemplate", "metadata") is YamlMapping job)
            yield return job;
        var owner = spec.At("jobTemplate", "spec") as YamlMapping ?? spec;
        if (owner.At("template", "metadata") is YamlMapping pod)
            yield return pod;
    }

    /// <summary>The <c>spec</c> of the pods that a workload runs; null when it says none or is no workload.</summary>
    public static YamlMapping? PodSpec(ResourceId id, YamlMapping root)
    {
        if (!Is(id) || root.Mapping("spec") is not { } spec)
            return null;
        return id.Kind == "Pod" ? spec : (spec.At("jobTemplate", "spec") as YamlMapping ?? spec).At("template", "spec") as YamlMapping;
    }
}
