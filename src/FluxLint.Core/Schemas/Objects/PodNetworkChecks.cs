using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>The ports of a pod on its node, and where it finds names (<c>validatePodHostNetworkDeps</c>, <c>validatePodDNSConfig</c>).</summary>
internal static class PodNetworkChecks
{
    private const int MostNameServers = 3;

    public static void Check(YamlMapping pod, ObjectPath at, ObjectReport report)
    {
        CheckHostPorts(pod, at, report);
        CheckNames(pod, at, report);
        foreach (var (i, alias) in pod.Mappings("hostAliases"))
        {
            if (alias.Known("ip") is { } address && AddressRanges.IsNoAddress(address.Value))
                report.Add(address, $"'{at["hostAliases", i]["ip"]}' is '{address.Value}', which is no IP address");
        }
    }

    private static void CheckHostPorts(YamlMapping pod, ObjectPath at, ObjectReport report)
    {
        HashSet<(string, string, long)>? taken = null;
        var isOnHost = pod.IsTrue("hostNetwork");
        foreach (var (i, container) in pod.Mappings("containers"))
        {
            foreach (var (j, port) in container.Mappings("ports"))
            {
                if (port.Number("hostPort") is not { } number || number == 0 || port["hostPort"] is not { } node)
                    continue;
                var path = at["containers", i]["ports", j]["hostPort"];
                if (isOnHost && port.Number("containerPort") is { } inner && inner != number)
                    report.Add(node, $"'{path}' is {number}, and with 'hostNetwork' must be 'containerPort', which is {inner}");
                if (IsOpen(port, "protocol") || IsOpen(port, "hostIP") || (taken ??= []).Add((port.Text("protocol") ?? "TCP", port.Text("hostIP") ?? "", number)))
                    continue;
                report.Add(node, $"'{path}' is the port of another container of the pod, too");
            }
        }
    }

    private static void CheckNames(YamlMapping pod, ObjectPath at, ObjectReport report)
    {
        var config = pod.Mapping("dnsConfig");
        if (pod.Known("dnsPolicy") is { Value: "None" } policy && (pod["dnsConfig"] is null or YamlScalar { IsNull: true } || config?.HasNone("nameservers") == true && !config.HasOpenKeys()))
            report.Add(policy, $"'{at["dnsConfig"]["nameservers"]}' is needed with the policy 'None'");
        if (config?.Sequence("nameservers") is { Items.Length: > MostNameServers })
            report.Add(config.Place("nameservers"), $"'{at["dnsConfig"]["nameservers"]}' must have at most {MostNameServers} items");
        foreach (var (i, server) in config?.Texts("nameservers") ?? [])
        {
            if (AddressRanges.IsNoAddress(server.Value))
                report.Add(server, $"'{at["dnsConfig"]["nameservers", i]}' is '{server.Value}', which is no IP address");
        }
    }

    private static bool IsOpen(YamlMapping port, string field) => port.Has(field) && port.Known(field) is null;
}
