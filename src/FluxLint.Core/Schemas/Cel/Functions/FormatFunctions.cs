using System.Collections.Immutable;
using FluxLint.Kubernetes;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel.Functions;

/// <summary>Formats with names (k8s.io/apiserver, pkg/cel/library/format.go).</summary>
internal static class FormatFunctions
{
    public static CelValue? Call(string name, ImmutableArray<CelValue> arguments) => (name, arguments) switch
    {
        ("format.named", [Str { Value: var format }]) => new Optional(IsFormat(format) ? new Format(format) : null),
        ("validate", [Format format, Str { Value: var text }]) => Validate(format.Name, text),
        (_, []) when name.StartsWith("format.", StringComparison.Ordinal) && IsFormat(name[7..]) => new Format(name[7..]),
        _ => null,
    };

    private static bool IsFormat(string name) => name is
        "dns1123Label" or "dns1123Subdomain" or "dns1035Label" or "qualifiedName" or "dns1123LabelPrefix" or "dns1123SubdomainPrefix" or "dns1035LabelPrefix"
        or "labelValue" or "uri" or "uuid" or "byte" or "date" or "datetime";

    /// <summary>What is wrong with a text is a list; which words it holds is not known here.</summary>
    private static CelValue Validate(string format, string text)
    {
        var isValid = format switch
        {
            "dns1123Label" => NameSyntax.DnsLabel(text) is null,
            "dns1123Subdomain" => NameSyntax.DnsSubdomain(text) is null,
            "dns1035Label" => NameSyntax.DnsLabelWithLetter(text) is null,
            "qualifiedName" => NameSyntax.LabelKey(text) is null,
            "labelValue" => NameSyntax.LabelValue(text) is null,
            _ => (bool?)null,
        };
        return isValid is { } known ? new Optional(known ? null : new Seq([new Unknown()])) : new Unknown();
    }
}
