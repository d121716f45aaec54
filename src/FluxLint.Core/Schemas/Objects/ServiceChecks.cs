using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>A Service has ports, and they have names that differ (<c>ValidateService</c>).</summary>
internal static class ServiceChecks
{
    public static void Check(YamlMapping spec, ObjectReport report)
    {
        if (spec.Scalar("type") is { } type && ValueTypes.HasVariable(type.Value) || spec.Scalar("clusterIP") is { } address && ValueTypes.HasVariable(address.Value))
            return;
        var (kind, isHeadless) = (spec.Text("type") ?? "ClusterIP", spec.Text("clusterIP") == "None");
        if (kind == "ExternalName")
            CheckExternal(spec, report);
        else if (!isHeadless && (!spec.Has("ports") || spec.Sequence("ports") is { Items.IsEmpty: true }))
            report.Add(spec.KeyOf("ports") ?? spec.Start(), "a Service has at least one port, unless it is headless or of the type 'ExternalName'");
        if (isHeadless && kind is "LoadBalancer" or "NodePort" && spec["clusterIP"] is { } none)
            report.Add(none, $"'spec.clusterIP' may not be 'None' in a Service of the type '{kind}'");
        CheckPorts(spec, kind, report);
        foreach (var (i, outside) in spec.Texts("externalIPs"))
            EndpointChecks.CheckAddress(outside, ObjectPath.Spec["externalIPs", i], report);
        RequirementChecks.CheckLabels(spec, "selector", ObjectPath.Spec, report);
        ServiceTypeChecks.Check(spec, kind, report);
    }

    private static void CheckExternal(YamlMapping spec, ObjectReport report)
    {
        if (spec.Lacks("externalName"))
            report.Add(spec["type"] ?? spec, "a Service of the type 'ExternalName' needs 'spec.externalName'");
        else if (spec.Known("externalName") is { } name && NameSyntax.DnsSubdomain(name.Value.EndsWith('.') ? name.Value[..^1] : name.Value) is { } problem)
            report.Add(name, $"'spec.externalName' is '{name.Value}', and a name in the DNS {problem}");
    }

    private static void CheckPorts(YamlMapping spec, string kind, ObjectReport report)
    {
        var isOne = spec.Sequence("ports") is not { Items.Length: > 1 };
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, port) in spec.Mappings("ports"))
        {
            var at = ObjectPath.Spec["ports", i];
            PortChecks.CheckNumber(port, "port", at, report);
            PortChecks.CheckTarget(port, "targetPort", at, report, isOptional: true);
            if (port.Lacks("name") && !isOne)
                report.Add(port.Start(), $"'{at}' needs a name, as there are several ports");
            else if (port.Known("name") is { Value.Length: > 0 } name)
                CheckName(name, at["name"], names, report);
            if (kind == "ClusterIP" && port.Number("nodePort") is > 0 && port["nodePort"] is { } node)
                report.Add(node, $"'{at["nodePort"]}' may not be set in a Service of the type 'ClusterIP'");
        }
    }

    private static void CheckName(YamlScalar name, ObjectPath at, HashSet<string> names, ObjectReport report)
    {
        if (NameSyntax.DnsLabel(name.Value) is { } problem)
            report.Add(name, $"'{at}' is '{name.Value}', and the name of a port {problem}");
        if (!names.Add(name.Value))
            report.Add(name, $"'{at}' is the name of another port, too");
    }
}
