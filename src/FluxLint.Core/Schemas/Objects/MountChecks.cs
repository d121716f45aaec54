using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>What a container mounts, and where (<c>ValidateVolumeMounts</c>, <c>ValidateVolumeDevices</c>).</summary>
internal static class MountChecks
{
    /// <summary>Checks the mounts of a container.</summary>
    /// <param name="container">The container.</param>
    /// <param name="at">Where it is.</param>
    /// <param name="volumes">The names of the volumes; null when not all are known.</param>
    /// <param name="report">What takes the problems.</param>
    public static void Check(YamlMapping container, ObjectPath at, HashSet<string>? volumes, ObjectReport report)
    {
        foreach (var (i, mount) in container.Mappings("volumeMounts"))
        {
            var path = at["volumeMounts", i];
            CheckName(mount, path, volumes, report);
            if (mount.Known("mountPath") is { Value: "" } empty)
                report.Add(empty, $"'{path["mountPath"]}' must not be empty");
            LocalPaths.Check(mount, "subPath", path, report);
            LocalPaths.Check(mount, "subPathExpr", path, report);
            if (mount.IsFilled("subPath") && mount.IsFilled("subPathExpr"))
                report.Add(mount.Place("subPathExpr"), $"'{path}' cannot have both 'subPath' and 'subPathExpr'");
            if (mount.Known("mountPropagation") is { Value: "Bidirectional" } propagation && IsUnprivileged(container))
                report.Add(propagation, $"'{path["mountPropagation"]}' can only be 'Bidirectional' in a privileged container");
        }
        foreach (var (i, device) in container.Mappings("volumeDevices"))
            CheckName(device, at["volumeDevices", i], volumes, report);
    }

    private static void CheckName(YamlMapping mount, ObjectPath at, HashSet<string>? volumes, ObjectReport report)
    {
        if (volumes is not null && mount.Known("name") is { } name && !volumes.Contains(name.Value))
            report.Add(name, $"'{at}' is of the volume '{name.Value}', which the pod does not have");
    }

    private static bool IsUnprivileged(YamlMapping container) => container["securityContext"] switch
    {
        null or YamlScalar { IsNull: true } => true,
        YamlMapping context => !context.HasOpenKeys() && context["privileged"] is null or YamlScalar { IsNull: true } or YamlScalar { Kind: ScalarKind.Boolean, CanonicalValue: "false" },
        _ => false,
    };
}
