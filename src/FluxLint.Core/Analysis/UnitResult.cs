using System.Collections.Immutable;
using FluxLint.Fleet;

namespace FluxLint.Analysis;

/// <summary>What rules found when they looked at one thing, and what else they looked at.</summary>
internal sealed record UnitResult
{
    /// <summary>Nothing was found, and nothing else was looked at: what most things are.</summary>
    public static readonly UnitResult Clean = new();

    /// <summary>What was found.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>The rules that looked at other parts of the repository to find it, or to find nothing.</summary>
    public ImmutableArray<Rule> OnRepository { get; init; } = [];

    /// <summary>The charts of the repository that a look at a cluster read, by directory.</summary>
    public ImmutableDictionary<string, LocalChart?> Charts { get; init; } = ImmutableDictionary<string, LocalChart?>.Empty;

    /// <summary>This result, with what some of its rules found when they looked again.</summary>
    public UnitResult With(UnitResult again, IReadOnlySet<Rule> rules) => this with
    {
        Findings = [.. Findings.Where(finding => !rules.Contains(finding.Rule)), .. again.Findings],
        OnRepository = [.. OnRepository.Where(rule => !rules.Contains(rule)), .. again.OnRepository],
        Charts = Charts.SetItems(again.Charts),
    };
}
