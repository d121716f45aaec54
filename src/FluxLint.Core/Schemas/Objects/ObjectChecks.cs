using System.Collections.Immutable;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>
/// What the API server checks of built-in kinds in code, beyond their schemas (k8s.io/kubernetes, <c>pkg/apis/*/validation</c>). Of what is not
/// known here nothing is said.
/// </summary>
internal static class ObjectChecks
{
    /// <summary>What validation has against an object; nothing when its kind is none of those that are known.</summary>
    public static ImmutableArray<SchemaProblem> Find(Resource resource)
    {
        if (resource.HasUnknownValues || resource.Root.Contains("sops") || resource.Root.Mapping("spec") is not { } spec || spec.HasOpenKeys())
            return [];
        var id = resource.Id;
        var report = new ObjectReport();
        switch (id.Group, id.Version, id.Kind)
        {
            case ("", "v1", "Service"):
                ServiceChecks.Check(spec, report);
                break;
            case ("networking.k8s.io", "v1", "Ingress"):
                IngressChecks.Check(spec, report);
                break;
            case ("autoscaling", _, "HorizontalPodAutoscaler"):
                ScalingChecks.CheckAutoscaler(spec, report);
                break;
            case ("policy", "v1", "PodDisruptionBudget"):
                ScalingChecks.CheckBudget(spec, report);
                break;
            case ("batch", "v1", "CronJob"):
                ScheduleChecks.Check(spec, report);
                break;
        }
        if (id.Version == "v1" && Workload.Is(id))
            CheckWorkload(id, resource.Root, spec, report);
        return report.Problems;
    }

    private static void CheckWorkload(ResourceId id, YamlMapping root, YamlMapping spec, ObjectReport report)
    {
        if (id.Group == "apps")
            SelectorChecks.Check(spec, report);
        if (Workload.PodSpec(id, root) is not { } pod || pod.HasOpenKeys())
            return;
        RestartChecks.Check(id, pod, report);
        // The pods of a StatefulSet have volumes from its claims, and are only looked at when they are made.
        if (id.Kind != "StatefulSet")
            PodChecks.Check(pod, id.Kind switch { "Pod" => "spec", "CronJob" => "spec.jobTemplate.spec.template.spec", _ => "spec.template.spec" }, report);
    }
}
