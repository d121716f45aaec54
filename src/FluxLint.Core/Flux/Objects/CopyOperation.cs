using FluxLint.Files;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>A copy operation of a <see cref="GeneratedArtifact"/>.</summary>
public sealed class CopyOperation
{
    private const string Root = "@artifact/";

    internal CopyOperation(YamlMapping node) => Node = node;

    /// <summary>The operation.</summary>
    public YamlMapping Node { get; }

    /// <summary>The files, as <c>@alias/pattern</c>.</summary>
    public YamlScalar? From => Node.Scalar("from");

    /// <summary>Where they go, as <c>@artifact/path</c>.</summary>
    public YamlScalar? To => Node.Scalar("to");

    /// <summary>The alias and the pattern in <see cref="From"/>; null where it has no such form.</summary>
    public (string Alias, string Pattern)? Source =>
        From?.Value is ['@', .. var rest] && rest.IndexOf('/') is > 0 and var slash ? (rest[..slash], rest[(slash + 1)..]) : null;

    /// <summary>The path in <see cref="To"/>; null where it is none, or leaves the artifact.</summary>
    public string? Destination =>
        To?.Value is { } to && to.StartsWith(Root, StringComparison.Ordinal) && IsInside(to[Root.Length..]) ? to[Root.Length..] : null;

    /// <summary>Whether it is skipped where nothing matches.</summary>
    public bool IsOptional => Node.IsTrue("optional");

    /// <summary>Whether a later operation surely puts another file in the place of the only one that this one copies.</summary>
    public bool IsOverwrittenBy(CopyOperation later) =>
        Destination is { Length: > 0 } place && !place.EndsWith('/') && later.Destination == place
        && IsFile && later.IsFile && !later.IsOptional && later.Strategy is null or { Value: "Overwrite" };

    // A directory goes below its destination instead, beside what is there.
    private bool IsFile => Source is var (_, pattern) && !pattern.AsSpan().ContainsAny("*?[]") && RepositoryPath.FileName(pattern).Contains('.');

    /// <summary>Patterns of files that are not copied.</summary>
    public YamlSequence? Exclude => Node.Sequence("exclude");

    /// <summary><c>Overwrite</c>, <c>Merge</c> or <c>Extract</c>; <c>Overwrite</c> when it is absent.</summary>
    public YamlScalar? Strategy => Node.Scalar("strategy");

    private static bool IsInside(string path) => !path.StartsWith('/') && !path.Split('/').Any(part => part is "." or "..");
}
