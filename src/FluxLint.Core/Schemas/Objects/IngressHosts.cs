using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>The hosts and paths that an Ingress can be of (<c>validateIngressRules</c>, <c>validateHTTPIngressPath</c>).</summary>
internal static class IngressHosts
{
    private static readonly string[] Within = ["//", "/./", "/../", "%2f", "%2F"];
    private static readonly string[] AtTheEnd = ["/..", "/."];

    /// <summary>Checks a host.</summary>
    public static void Check(YamlScalar host, ObjectPath at, bool isRule, ObjectReport report)
    {
        var text = host.Value;
        if (isRule && !text.Contains(':') && !AddressRanges.IsNoAddress(text))
            report.Add(host, $"'{at}' must be a name in the DNS, not the address '{text}'");
        else if (text.Contains('*') && !text.StartsWith("*.", StringComparison.Ordinal))
            report.Add(host, $"'{at}' is '{text}', and '*' can only be its first part, as in '*.example.com'");
        else if (NameSyntax.DnsSubdomain(text.StartsWith("*.", StringComparison.Ordinal) ? text[2..] : text) is { } problem)
            report.Add(host, $"'{at}' is '{text}', and a name in the DNS {problem}");
    }

    /// <summary>What no path that is compared may have; null when a path has none of it.</summary>
    public static string? Forbidden(string path) =>
        Array.Find(Within, part => path.Contains(part, StringComparison.Ordinal)) ?? Array.Find(AtTheEnd, part => path.EndsWith(part, StringComparison.Ordinal));
}
