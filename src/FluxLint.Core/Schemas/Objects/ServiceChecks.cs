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
            report.Add(spec.KeyOf("ports") ?? Start(spec), "a Service has at least one port, unless it is headless or of the type 'ExternalName'");
        if (isHeadless && kind is "LoadBalancer" or "NodePort" && spec["clusterIP"] is { } none)
            report.Add(none, $"'spec.clusterIP' may not be 'None' in a Service of the type '{kind}'");
        CheckPorts(spec, kind, report);
    }

    private static void CheckExternal(YamlMapping spec, ObjectReport report)
    {
        if (!spec.Has("externalName"))
            report.Add(spec["type"] ?? spec, "a Service of the type 'ExternalName' needs 'spec.externalName'");
    }

    private static void CheckPorts(YamlMapping spec, string kind, ObjectReport report)
    {
        var isOne = spec.Sequence("ports") is not { Items.Length: > 1 };
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, port) in spec.Mappings("ports"))
        {
            if (!port.Has("name") && !isOne)
                report.Add(Start(port), $"'spec.ports[{i}]' needs a name, as there are several ports");
            else if (port.Known("name") is { } name && !names.Add(name.Value))
                report.Add(name, $"'spec.ports[{i}].name' is the name of another port, too");
            if (kind == "ClusterIP" && port.Number("nodePort") is > 0 && port["nodePort"] is { } node)
                report.Add(node, $"'spec.ports[{i}].nodePort' may not be set in a Service of the type 'ClusterIP'");
        }
    }

    private static YamlNode Start(YamlMapping mapping) => mapping.Entries is [var first, ..] ? first.Key : mapping;
}
