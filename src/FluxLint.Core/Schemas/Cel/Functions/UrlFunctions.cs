using System.Collections.Immutable;
using System.Buffers;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel.Functions;

/// <summary>URLs (k8s.io/apiserver, pkg/cel/library/urls.go). Those with users, escapes or other rarities are not looked at.</summary>
internal static class UrlFunctions
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?&=,;+");

    public static CelValue? Call(string name, ImmutableArray<CelValue> arguments) => (name, arguments) switch
    {
        ("isURL", [Str { Value: var text }]) => Parse(text) is var url && url is Unknown ? url : Of(url is Url),
        ("url", [Str { Value: var text }]) => Parse(text),
        ("getScheme", [Url url]) => new Str(url.Scheme),
        ("getHost", [Url url]) => new Str(url.Host),
        ("getHostname", [Url url]) => new Str(url.Host.Split(':')[0]),
        ("getPort", [Url url]) => new Str(url.Host.Split(':') is [_, var port] ? port : ""),
        ("getEscapedPath", [Url url]) => new Str(url.Path),
        ("getQuery", [Url url]) => Query(url.Query),
        _ => null,
    };

    private static CelValue Parse(string text)
    {
        if (text.AsSpan().ContainsAnyExcept(Plain))
            return new Unknown();
        var end = text.IndexOf("://", StringComparison.Ordinal);
        if (end < 0 && !text.StartsWith('/'))
            return text.Contains(':') ? new Unknown() : new Failure(FailureKind.Conversion, $"'{text}' is no URL");
        var scheme = end < 0 ? "" : text[..end];
        if (end == 0 || scheme.Any(character => !char.IsAsciiLetterOrDigit(character) && character is not ('+' or '-' or '.')) || (end > 0 && !char.IsAsciiLetter(text[0])))
            return new Unknown();
        var (beforeQuery, query) = text[(end < 0 ? 0 : end + 3)..].Split('?', 2) is [var before, .. var after] ? (before, after is [var only] ? only : "") : ("", "");
        var slash = beforeQuery.IndexOf('/', StringComparison.Ordinal) is >= 0 and var at ? at : beforeQuery.Length;
        var host = beforeQuery[..slash];
        if (host.Split(':') is [_, _, ..] parts && (parts.Length > 2 || !parts[1].All(char.IsAsciiDigit)))
            return new Unknown();
        return new Url(scheme.ToLowerInvariant(), host, beforeQuery[slash..], query);
    }

    private static CelValue Query(string query)
    {
        if (query.Contains('+') || query.Contains(';'))
            return new Unknown();
        var entries = new CelEntries();
        foreach (var values in query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).GroupBy(pair => pair[0], pair => pair is [_, var value] ? value : ""))
            entries.Add(new Str(values.Key), new Seq([.. values.Select(value => new Str(value))]));
        return new Map(entries);
    }
}
