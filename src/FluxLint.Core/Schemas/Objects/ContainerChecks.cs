using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>What every container has and none may have (<c>validateContainerCommon</c>).</summary>
internal static class ContainerChecks
{
    /// <summary>Checks a container.</summary>
    /// <param name="container">The container.</param>
    /// <param name="at">Where it is.</param>
    /// <param name="volumes">The names of the volumes; null when not all are known.</param>
    /// <param name="report">What takes the problems.</param>
    public static void Check(YamlMapping container, ObjectPath at, HashSet<string>? volumes, ObjectReport report)
    {
        if (container.Known("name") is { } name && NameSyntax.DnsLabel(name.Value) is { } problem)
            report.Add(name, $"'{at["name"]}' is '{name.Value}', which {problem}");
        if (container.Lacks("image") && !container.IsMisspelt("image"))
            report.Add(container["name"] ?? container.Start(), $"'{at["image"]}' is needed");
        MountChecks.Check(container, at, volumes, report);
        CheckPorts(container, at, report);
        EnvironmentChecks.Check(container, at, report);
        if (container.Mapping("resources") is { } resources)
            ResourceChecks.Check(resources, at["resources"], report);
        if (container.Mapping("securityContext") is { } security)
            SecurityChecks.Check(security, at["securityContext"], report);
    }

    private static void CheckPorts(YamlMapping container, ObjectPath at, ObjectReport report)
    {
        HashSet<string>? names = null;
        foreach (var (i, port) in container.Mappings("ports"))
        {
            var path = at["ports", i];
            PortChecks.CheckNumber(port, "containerPort", path, report);
            PortChecks.CheckNumber(port, "hostPort", path, report, isOptional: true);
            if (port.Known("name") is not { Value.Length: > 0 } name)
                continue;
            PortChecks.CheckName(name, path["name"], report);
            if (!(names ??= new(StringComparer.Ordinal)).Add(name.Value))
                report.Add(name, $"'{path["name"]}' is the name of another port of the container, too");
        }
    }
}
