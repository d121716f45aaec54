using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace FluxLint.Semantics;

/// <summary>A kind and a field of it, as a user asks for them: <c>apps/v1/Deployment.spec.replicas</c>, or a part of that.</summary>
/// <param name="Group">The group; null for any.</param>
/// <param name="Version">The version; null for the newest.</param>
/// <param name="Name">The kind, in any case, its plural or its short name.</param>
/// <param name="Path">The fields, from the outermost.</param>
internal sealed partial record KindQuery(string? Group, string? Version, string Name, ImmutableArray<string> Path)
{
    private const string Core = "core";

    /// <summary>Reads what a user wrote; null when it names no kind.</summary>
    public static KindQuery? Parse(string text)
    {
        var parts = text.Split('/');
        var fields = Positions().Replace(parts[^1], "").Split('.');
        if (parts.Length > 3 || parts.Contains("") || fields.Contains(""))
            return null;
        var (name, path) = (fields[0], fields[1..]);
        return parts switch
        {
            [var group, var version, _] => new(group == Core ? "" : group, version, name, [.. path]),
            [var version, _] when Versions().IsMatch(version) => new(null, version, name, [.. path]),
            [var group, _] => new(group == Core ? "" : group, null, name, [.. path]),
            _ => new(null, null, name, [.. path]),
        };
    }

    /// <summary>What <c>kubectl</c> would have read where the fields are, at first, the group: <c>helmreleases.helm.toolkit.fluxcd.io</c>.</summary>
    public KindQuery? WithGroup(string group)
    {
        var parts = group.Split('.');
        return Group is null && Path.Length >= parts.Length && Path.AsSpan(0, parts.Length).SequenceEqual(parts) ? this with { Group = group, Path = Path[parts.Length..] } : null;
    }

    [GeneratedRegex("^v[0-9]+((alpha|beta)[0-9]+)?$")]
    private static partial Regex Versions();

    [GeneratedRegex("\\[[0-9*]*\\]")]
    private static partial Regex Positions();
}
