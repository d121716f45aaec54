using System.Collections.Immutable;
using FluxLint.Files;

namespace FluxLint.Configuration;

/// <summary>Severities for a part of the repository.</summary>
internal sealed record SeverityOverride
{
    /// <summary>The files it holds for, at least one pattern.</summary>
    public required ImmutableArray<LocatedGlob> Paths { get; init; }

    /// <summary>The severities.</summary>
    public required ImmutableArray<RuleSetting> Rules { get; init; }

    /// <summary>Whether it holds for a file.</summary>
    public bool Matches(string filePath) => Paths.Any(path => path.Glob.Matches(filePath));
}
