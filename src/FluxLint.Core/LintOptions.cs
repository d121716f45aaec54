using System.Collections.Immutable;
using FluxLint.Analysis;
using FluxLint.Configuration;
using FluxLint.Files;

namespace FluxLint;

/// <summary>What to lint, and how.</summary>
public sealed record LintOptions
{
    /// <summary>All of a repository, as its configuration says.</summary>
    public static LintOptions Default { get; } = new();

    /// <summary>The paths from the repository root that findings are reported for; none for all. What is loaded does not depend on them.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>What the caller wants of rules, stronger than any configuration.</summary>
    internal RuleSelection Selection { get; init; } = RuleSelection.Default;

    /// <summary>
    /// The result of a lint of the compilation that this one came from by edits: what the edits leave as it is, is not looked at again.
    /// Null when there is none.
    /// </summary>
    public LintResult? Before { get; init; }

    /// <summary>Versions that clusters may come to run, to find only what would be wrong with them; null to find what is wrong today.</summary>
    internal AssumedVersions? Assumed { get; init; }

    /// <summary>The day it is, by which suppressions end; null for a caller that wants none to end.</summary>
    internal DateOnly? Today { get; init; }

    /// <summary>Hears how far the lint is; null when nobody listens.</summary>
    internal IProgress<LintProgress>? Progress { get; init; }

    /// <summary>Takes note of where the time goes; null when nobody wants to know.</summary>
    internal LintTimes? Times { get; init; }

    /// <summary>Whether findings of a file are reported.</summary>
    internal bool Reports(string path) => Paths.IsEmpty || Paths.Any(reported => RepositoryPath.IsWithin(reported, path));
}
