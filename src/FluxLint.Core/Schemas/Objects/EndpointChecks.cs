using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>What is outside of a cluster and has a Service in it (<c>ValidateEndpoints</c>, <c>ValidateEndpointSlice</c>).</summary>
internal static class EndpointChecks
{
    /// <summary>Checks Endpoints.</summary>
    public static void Check(YamlMapping root, ObjectReport report)
    {
        foreach (var (i, subset) in root.Mappings("subsets"))
        {
            var at = ObjectPath.Of("subsets", i);
            if (subset.HasNone("addresses") && subset.HasNone("notReadyAddresses") && subset.HasOnly("addresses", "notReadyAddresses", "ports"))
                report.Add(subset.Start(), $"'{at}' needs 'addresses' or 'notReadyAddresses'");
            foreach (var field in new[] { "addresses", "notReadyAddresses" })
            {
                foreach (var (j, address) in subset.Mappings(field))
                {
                    if (address.Known("ip") is { } ip)
                        CheckAddress(ip, at[field, j]["ip"], report);
                }
            }
            var isOne = subset.Sequence("ports") is not { Items.Length: > 1 };
            foreach (var (j, port) in subset.Mappings("ports"))
            {
                PortChecks.CheckNumber(port, "port", at["ports", j], report);
                if (port.Lacks("name") && !isOne)
                    report.Add(port.Start(), $"'{at["ports", j]}' needs a name, as there are several ports");
            }
        }
    }

    /// <summary>Checks an EndpointSlice.</summary>
    public static void CheckSlice(YamlMapping root, ObjectReport report)
    {
        var type = root.Known("addressType")?.Value;
        foreach (var (i, endpoint) in root.Mappings("endpoints"))
        {
            foreach (var (j, address) in endpoint.Texts("addresses"))
            {
                var at = ObjectPath.Of("endpoints", i)["addresses", j];
                if (type == "FQDN" && NameSyntax.DnsSubdomain(address.Value.TrimEnd('.')) is { } problem)
                    report.Add(address, $"'{at}' is '{address.Value}', and a name in the DNS {problem}");
                else if (type is "IPv4" or "IPv6" && !AddressRanges.IsNoAddress(address.Value) && address.Value.Contains(':') != (type == "IPv6"))
                    report.Add(address, $"'{at}' is '{address.Value}', and the type of the addresses is '{type}'");
                else if (type is "IPv4" or "IPv6")
                    CheckAddress(address, at, report);
            }
        }
    }

    /// <summary>Checks an address that others than its own node reach.</summary>
    public static void CheckAddress(YamlScalar address, ObjectPath at, ObjectReport report)
    {
        if (AddressRanges.IsNoAddress(address.Value))
            report.Add(address, $"'{at}' is '{address.Value}', which is no IP address");
        else if (AddressRanges.IsLocal(address.Value))
            report.Add(address, $"'{at}' is '{address.Value}', which others do not reach");
    }
}
