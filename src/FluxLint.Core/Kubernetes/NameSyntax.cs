using System.Buffers;

namespace FluxLint.Kubernetes;

/// <summary>
/// What the API server takes as a name, a label or an annotation key (k8s.io/apimachinery, <c>util/validation</c> and
/// <c>api/validation/path</c>). Each check says in words what is wrong, and null when nothing is.
/// </summary>
public static class NameSyntax
{
    private const int LabelLength = 63;
    private const int SubdomainLength = 253;
    private const string MustBeAlphanumeric = "must start and end with a letter or digit";

    private static readonly SearchValues<char> DnsCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
    private static readonly SearchValues<char> QualifiedCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");

    /// <summary>A DNS label (RFC 1123), such as the name of a namespace.</summary>
    public static string? DnsLabel(string text) => TooLong(text, LabelLength) ?? LabelShape(text, "lower-case letters, digits and '-'");

    /// <summary>A DNS label that starts with a letter (RFC 1035), such as the name of a Service.</summary>
    public static string? DnsLabelWithLetter(string text) => DnsLabel(text) ?? (char.IsAsciiDigit(text[0]) ? "must start with a letter" : null);

    /// <summary>A DNS subdomain (RFC 1123), the name of most objects.</summary>
    public static string? DnsSubdomain(string text)
    {
        if (TooLong(text, SubdomainLength) is { } problem)
            return problem;
        foreach (var part in text.AsSpan().Split('.'))
        {
            if (LabelShape(text.AsSpan()[part], "lower-case letters, digits, '-' and '.'") is { } shape)
                return shape;
        }
        return null;
    }

    /// <summary>A part of a URL's path, the name of RBAC objects.</summary>
    public static string? PathSegment(string text) => text is "." or ".." ? "must not be a relative path" : text.AsSpan().ContainsAny('/', '%') ? "must not contain '/' or '%'" : null;

    /// <summary>The key of an annotation: that of a label, with capitals in its prefix as well.</summary>
    public static string? AnnotationKey(string text) => LabelKey(text.ToLowerInvariant());

    /// <summary>The key of a label: a name, with a DNS subdomain and a slash before it or not.</summary>
    public static string? LabelKey(string text)
    {
        var slash = text.IndexOf('/');
        if (slash < 0)
            return QualifiedName(text);
        if (text.LastIndexOf('/') != slash)
            return "must not contain more than one '/'";
        return DnsSubdomain(text[..slash]) is { } problem ? $"has a prefix that {problem}" : QualifiedName(text[(slash + 1)..]) is { } name ? $"has a name that {name}" : null;
    }

    /// <summary>The value of a label.</summary>
    public static string? LabelValue(string text) => text.Length == 0 ? null : QualifiedName(text);

    private static string? QualifiedName(string text)
    {
        if (TooLong(text, LabelLength) is { } problem)
            return problem;
        if (text.AsSpan().ContainsAnyExcept(QualifiedCharacters))
            return "may only hold letters, digits, '-', '_' and '.'";
        return char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[^1]) ? null : MustBeAlphanumeric;
    }

    private static string? LabelShape(ReadOnlySpan<char> label, string allowed)
    {
        if (label.ContainsAnyExcept(DnsCharacters))
            return $"may only hold {allowed}";
        if (label.IsEmpty)
            return "must not have an empty part";
        return label[0] == '-' || label[^1] == '-' ? MustBeAlphanumeric : null;
    }

    private static string? TooLong(string text, int limit) =>
        text.Length == 0 ? "must not be empty" : text.Length > limit ? $"is longer than {limit} characters" : null;
}
