using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>Whom a NetworkPolicy lets in and out (<c>ValidateNetworkPolicySpec</c>).</summary>
internal static class NetworkPolicyChecks
{
    private static readonly string[] Peers = ["podSelector", "namespaceSelector", "ipBlock"];

    public static void Check(YamlMapping spec, ObjectReport report)
    {
        RequirementChecks.CheckSelector(spec, "podSelector", ObjectPath.Spec, report);
        foreach (var (direction, peers) in new[] { ("ingress", "from"), ("egress", "to") })
        {
            foreach (var (i, rule) in spec.Mappings(direction))
            {
                var path = ObjectPath.Spec[direction, i];
                foreach (var (j, port) in rule.Mappings("ports"))
                    CheckPort(port, path["ports", j], report);
                foreach (var (j, peer) in rule.Mappings(peers))
                    CheckPeer(peer, path[peers, j], report);
            }
        }
    }

    private static void CheckPort(YamlMapping port, ObjectPath at, ObjectReport report)
    {
        PortChecks.CheckTarget(port, "port", at, report);
        if (!port.IsSet("endPort"))
            return;
        PortChecks.CheckNumber(port, "endPort", at, report);
        if (!port.Has("port"))
            report.Add(port.Place("endPort"), $"'{at["endPort"]}' can only be set with 'port'");
        else if (port.Known("port") is { Kind: ScalarKind.String } name)
            report.Add(port.Place("endPort"), $"'{at["endPort"]}' can only be set with a number as 'port', not '{name.Value}'");
        else if (port.Number("endPort") is { } end && port.Number("port") is { } first && end < first)
            report.Add(port.Place("endPort"), $"'{at["endPort"]}' is {end}, and must be at least 'port', which is {first}");
    }

    private static void CheckPeer(YamlMapping peer, ObjectPath at, ObjectReport report)
    {
        if (peer.HasOnly())
            report.Add(peer, $"'{at}' needs one of {string.Join(", ", Peers.Select(name => $"'{name}'"))}");
        else if (peer.IsSet("ipBlock") && (peer.IsSet("podSelector") || peer.IsSet("namespaceSelector")))
            report.Add(peer.Place("ipBlock"), $"'{at}' cannot have both 'ipBlock' and a selector; they are items of their own");
        RequirementChecks.CheckSelector(peer, "podSelector", at, report);
        RequirementChecks.CheckSelector(peer, "namespaceSelector", at, report);
        if (peer.Mapping("ipBlock") is { } block)
            CheckBlock(block, at["ipBlock"], report);
    }

    private static void CheckBlock(YamlMapping block, ObjectPath at, ObjectReport report)
    {
        var range = block.Known("cidr");
        if (range is not null && AddressRanges.IsNoRange(range.Value))
            report.Add(range, $"'{at["cidr"]}' is '{range.Value}', which is no range such as '10.0.0.0/16'");
        foreach (var (i, exception) in block.Texts("except"))
        {
            if (AddressRanges.IsNoRange(exception.Value))
                report.Add(exception, $"'{at["except", i]}' is '{exception.Value}', which is no range such as '10.0.1.0/24'");
            else if (range is not null && AddressRanges.IsPart(exception.Value, range.Value) == false)
                report.Add(exception, $"'{at["except", i]}' is '{exception.Value}', which is no part of '{range.Value}'");
        }
    }
}
