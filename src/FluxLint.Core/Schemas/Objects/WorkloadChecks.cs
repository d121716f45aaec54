using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>Kinds that run pods, and the pods that they run (<c>pkg/apis/apps/validation</c>, <c>pkg/apis/batch/validation</c>).</summary>
internal static class WorkloadChecks
{
    private static readonly ObjectPath OfTemplate = ObjectPath.Spec["template"]["spec"];
    private static readonly ObjectPath OfJobTemplate = ObjectPath.Spec["jobTemplate"]["spec"]["template"]["spec"];

    public static void Check(ResourceId id, YamlMapping root, YamlMapping spec, ObjectReport report)
    {
        switch (id.Group, id.Kind)
        {
            case ("apps", _):
                SelectorChecks.Check(spec, report);
                RolloutChecks.Check(id.Kind, spec, report);
                break;
            case ("", "ReplicationController"):
                RolloutChecks.Check(id.Kind, spec, report);
                break;
            case ("batch", "CronJob"):
                ScheduleChecks.Check(spec, report);
                break;
            case ("batch", "Job"):
                JobChecks.Check(spec, report);
                break;
        }
        if (Workload.PodSpec(id, root) is not { } pod || pod.HasOpenKeys())
            return;
        RestartChecks.Check(id, pod, report);
        // The pods of a StatefulSet have volumes from its claims, and are only looked at when they are made.
        if (id.Kind != "StatefulSet")
            PodChecks.Check(pod, id.Kind switch { "Pod" => ObjectPath.Spec, "CronJob" => OfJobTemplate, _ => OfTemplate }, report);
    }
}
