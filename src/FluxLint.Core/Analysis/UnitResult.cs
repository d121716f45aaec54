using System.Collections.Immutable;
using FluxLint.Fleet;

namespace FluxLint.Analysis;

/// <summary>What rules found when they looked at one thing, and what else they looked at.</summary>
internal sealed record UnitResult
{
    /// <summary>Nothing was found, and nothing else was looked at: what most things are.</summary>
    public static readonly UnitResult Clean = new();

    /// <summary>What was found.</summary>
    public ImmutableArray<Finding> Findings { get; private init; } = [];

    /// <summary>The rules that looked at something else, and at what.</summary>
    public ImmutableArray<KeyValuePair<Rule, Dependence>> Dependent { get; private init; } = [];

    /// <summary>The clusters that the thing reached, where a rule looked at them.</summary>
    public ImmutableArray<Cluster> Clusters { get; private init; } = [];

    /// <summary>The charts of the repository that a look at a cluster read, by directory.</summary>
    public ImmutableDictionary<string, LocalChart?> Charts { get; init; } = ImmutableDictionary<string, LocalChart?>.Empty;

    /// <summary>The result of some runs; null for none.</summary>
    public static UnitResult Of(List<RuleRun>? runs, ImmutableArray<Cluster> clusters) => runs is null ? Clean : new()
    {
        Findings = [.. runs.SelectMany(run => run.Findings)],
        Dependent = [.. runs.Where(run => run.Dependence != Dependence.None).Select(run => KeyValuePair.Create(run.Rule, run.Dependence))],
        Clusters = runs.Exists(run => run.Dependence.HasFlag(Dependence.Clusters)) ? clusters : [],
    };

    /// <summary>The rules that may find something else now; null when there are none.</summary>
    /// <param name="clusters">The clusters that the thing reaches now.</param>
    /// <param name="hasSameSchemas">Whether the configured schemas are as they were.</param>
    public HashSet<Rule>? Open(ImmutableArray<Cluster> clusters, bool hasSameSchemas)
    {
        if (Dependent.IsEmpty)
            return null;
        var differing = Dependence.Repository;
        if (!hasSameSchemas)
            differing |= Dependence.Schemas;
        if (!Clusters.AsSpan().SequenceEqual(clusters.AsSpan()))
            differing |= Dependence.Clusters;
        var open = Dependent.Where(rule => (rule.Value & differing) != Dependence.None).Select(rule => rule.Key).ToHashSet();
        return open.Count == 0 ? null : open;
    }

    /// <summary>This result, with what some of its rules found when they looked again.</summary>
    public UnitResult With(UnitResult again, IReadOnlySet<Rule> rules) => this with
    {
        Findings = [.. Findings.Where(finding => !rules.Contains(finding.Rule)), .. again.Findings],
        Dependent = [.. Dependent.Where(rule => !rules.Contains(rule.Key)), .. again.Dependent],
        Clusters = again.Clusters.IsEmpty ? Clusters : again.Clusters,
    };
}
