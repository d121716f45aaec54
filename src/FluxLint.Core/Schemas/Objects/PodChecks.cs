using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>The containers of a pod go together with each other and with its volumes (<c>ValidatePodSpec</c>).</summary>
internal static class PodChecks
{
    public static void Check(YamlMapping pod, string at, ObjectReport report)
    {
        var containers = pod.Mappings("containers").ToList();
        var volumes = Volumes(pod);
        var names = containers.Select(container => container.Item.Known("name")?.Value).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var (i, container) in containers)
            CheckContainer(container, $"{at}.containers[{i}]", volumes, report);
        foreach (var (i, container) in pod.Mappings("initContainers"))
        {
            // Names within one list are told apart by server-side apply.
            if (container.Known("name") is { } name && names.Contains(name.Value))
                report.Add(name, $"'{at}.initContainers[{i}].name' is the name of another container, too");
            CheckContainer(container, $"{at}.initContainers[{i}]", volumes, report);
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

    private static void CheckContainer(YamlMapping container, string at, HashSet<string>? volumes, ObjectReport report)
    {
        foreach (var (i, mount) in container.Mappings("volumeMounts"))
        {
            if (volumes is not null && mount.Known("name") is { } name && !volumes.Contains(name.Value))
                report.Add(name, $"'{at}.volumeMounts[{i}]' is of the volume '{name.Value}', which the pod does not have");
        }
        var ports = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, port) in container.Mappings("ports"))
        {
            if (port.Known("name") is { } name && !ports.Add(name.Value))
                report.Add(name, $"'{at}.ports[{i}].name' is the name of another port of the container, too");
        }
        HandlerChecks.Check(container, at, report);
        if (container.Mapping("resources") is { } resources)
            ResourceChecks.Check(resources, $"{at}.resources", report);
    }
}
