using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>The containers of a pod go together with each other and with its volumes (<c>ValidatePodSpec</c>).</summary>
internal static class PodChecks
{
    public static void Check(YamlMapping pod, ObjectPath at, ObjectReport report)
    {
        if (pod.Sequence("containers") is { Items.IsEmpty: true })
            report.Add(pod.Place("containers"), $"'{at["containers"]}' must not be empty");
        VolumeChecks.Check(pod, at, report);
        CheckContainers(pod, at, report);
        PodNetworkChecks.Check(pod, at, report);
        SchedulingChecks.Check(pod, at, report);
        RequirementChecks.CheckLabels(pod, "nodeSelector", at, report);
        report.Bound(pod, "activeDeadlineSeconds", at, 1, int.MaxValue);
        foreach (var field in new[] { "hostname", "subdomain" })
        {
            if (pod.Known(field) is { Value.Length: > 0 } name && NameSyntax.DnsLabel(name.Value) is { } problem)
                report.Add(name, $"'{at[field]}' is '{name.Value}', which {problem}");
        }
        if (pod.Mapping("securityContext") is { } security)
            SecurityChecks.CheckShared(security, at["securityContext"], report);
        if (pod.IsTrue("shareProcessNamespace") && pod.IsTrue("hostPID"))
            report.Add(pod.Place("shareProcessNamespace"), $"'{at}' cannot have both 'shareProcessNamespace' and 'hostPID'");
    }

    private static void CheckContainers(YamlMapping pod, ObjectPath at, ObjectReport report)
    {
        var containers = pod.Mappings("containers").ToList();
        var volumes = Volumes(pod);
        var grace = GracePeriod(pod);
        var names = containers.Select(container => container.Item.Known("name")?.Value).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var (i, container) in containers)
        {
            ContainerChecks.Check(container, at["containers", i], volumes, report);
            HandlerChecks.Check(container, at["containers", i], grace, report);
        }
        foreach (var (i, container) in pod.Mappings("initContainers"))
        {
            var path = at["initContainers", i];
            // Names within one list are told apart by server-side apply.
            if (container.Known("name") is { } name && names.Contains(name.Value))
                report.Add(name, $"'{path["name"]}' is the name of another container, too");
            ContainerChecks.Check(container, path, volumes, report);
            if (container.Has("restartPolicy"))
                HandlerChecks.Check(container, path, grace, report);
            else
                HandlerChecks.CheckNone(container, path, report);
        }
    }

    /// <summary>The names of the volumes; null when not all are known.</summary>
    private static HashSet<string>? Volumes(YamlMapping pod)
    {
        if (pod["volumes"] is not { } volumes || volumes is YamlScalar { IsNull: true })
            return [];
        if (volumes is not YamlSequence list || list.Items.Any(item => item is not YamlMapping volume || volume.HasOpenKeys() || volume.Known("name") is null))
            return null;
        return list.Items.OfType<YamlMapping>().Select(volume => volume.Text("name")).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The seconds that a pod has to end; null when they are not known.</summary>
    private static long? GracePeriod(YamlMapping pod)
    {
        const long Default = 30;
        return pod.Has("terminationGracePeriodSeconds") ? pod.Number("terminationGracePeriodSeconds") : Default;
    }
}
