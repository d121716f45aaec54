using System.Collections.Immutable;
using System.Globalization;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel.Functions;

/// <summary>Addresses and networks (k8s.io/apiserver, pkg/cel/library/ip.go and cidr.go).</summary>
internal static class AddressFunctions
{
    private static readonly string[] Loopback = ["127.0.0.0/8", "::1/128"];
    private static readonly string[] LinkLocal = ["169.254.0.0/16", "fe80::/10"];
    private static readonly string[] LinkLocalMulticast = ["224.0.0.0/24", "ff02::/16"];
    private static readonly string[] NotGlobal = [.. Loopback, .. LinkLocal, "224.0.0.0/4", "ff00::/8", "255.255.255.255/32"];

    public static CelValue? Call(string name, ImmutableArray<CelValue> arguments) => (name, arguments) switch
    {
        ("isIP", [Str { Value: var text }]) => Of(IpAddress.Parse(text) is not null),
        ("ip", [Str { Value: var text }]) => IpAddress.Parse(text) is { } address ? new Address(address) : new Failure(FailureKind.Conversion, $"'{text}' is no IP address"),
        ("ip.isCanonical", [Str { Value: var text }]) => IpAddress.Parse(text) is { } address ? Of(address.ToString() == text) : new Failure(FailureKind.Conversion, $"'{text}' is no IP address"),
        ("isCIDR", [Str { Value: var text }]) => Of(ParseNetwork(text) is not null),
        ("cidr", [Str { Value: var text }]) => ParseNetwork(text) ?? (CelValue)new Failure(FailureKind.Conversion, $"'{text}' is no CIDR"),
        ("family", [Address { Value: var address }]) => new Int(address.Size == 32 ? 4 : 6),
        ("isUnspecified", [Address { Value: var address }]) => Of(address.Bits == 0),
        ("isLoopback", [Address { Value: var address }]) => Of(IsAnyIn(address, Loopback)),
        ("isLinkLocalMulticast", [Address { Value: var address }]) => Of(IsAnyIn(address, LinkLocalMulticast)),
        ("isLinkLocalUnicast", [Address { Value: var address }]) => Of(IsAnyIn(address, LinkLocal)),
        ("isGlobalUnicast", [Address { Value: var address }]) => Of(address.Bits != 0 && !IsAnyIn(address, NotGlobal)),
        ("containsIP", [Network network, Address { Value: var address }]) => Of(address.IsIn(network.Start, network.Prefix)),
        ("containsIP", [Network network, Str { Value: var text }]) => IpAddress.Parse(text) is { } address ? Of(address.IsIn(network.Start, network.Prefix)) : new Failure(FailureKind.Conversion, $"'{text}' is no IP address"),
        ("containsCIDR", [Network outer, Network inner]) => Of(inner.Prefix >= outer.Prefix && inner.Start.IsIn(outer.Start, outer.Prefix)),
        ("containsCIDR", [Network outer, Str { Value: var text }]) => ParseNetwork(text) is { } inner ? Of(inner.Prefix >= outer.Prefix && inner.Start.IsIn(outer.Start, outer.Prefix)) : new Failure(FailureKind.Conversion, $"'{text}' is no CIDR"),
        ("ip", [Network network]) => new Address(network.Start),
        ("masked", [Network network]) => new Network(network.Start.Masked(network.Prefix), network.Prefix),
        ("prefixLength", [Network network]) => new Int(network.Prefix),
        _ => null,
    };

    private static Network? ParseNetwork(string text)
    {
        if (text.Split('/') is not [var written, var prefix] || IpAddress.Parse(written) is not { } address || prefix is ['0', _, ..])
            return null;
        return int.TryParse(prefix, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length <= address.Size ? new(address, length) : null;
    }

    private static bool IsAnyIn(IpAddress address, string[] networks) =>
        networks.Select(ParseNetwork).OfType<Network>().Any(network => address.IsIn(network.Start, network.Prefix));
}
