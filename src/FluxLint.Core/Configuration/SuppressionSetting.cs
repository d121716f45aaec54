using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Syntax;

namespace FluxLint.Configuration;

/// <summary>An entry of <c>suppressions</c>. What it hides matches everything that it says.</summary>
internal sealed record SuppressionSetting
{
    /// <summary>The entry.</summary>
    public required YamlMapping Node { get; init; }

    /// <summary>The list of rules.</summary>
    public required YamlSequence RuleList { get; init; }

    /// <summary>The rules, each with the ids that it means; one at least.</summary>
    public required ImmutableArray<SuppressedRule> Rules { get; init; }

    /// <summary>The files that findings are in; empty for all.</summary>
    public ImmutableArray<LocatedGlob> Paths { get; init; } = [];

    /// <summary>The objects that findings are about, as <c>Kind/namespace/name</c>, or <c>Kind/name</c> in any namespace; null for all.</summary>
    public LocatedGlob? Resource { get; init; }

    /// <summary>The clusters that findings do not reach any more; empty for all.</summary>
    public ImmutableArray<LocatedGlob> Clusters { get; init; } = [];

    /// <summary>Why; empty when it does not say.</summary>
    public required string Reason { get; init; }

    /// <summary>The last day on which it holds; null for one that does not end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether it holds on a day; null for a caller that knows none.</summary>
    public bool HoldsOn(DateOnly? today) => Until is null || today is null || today <= Until;

    /// <summary>Whether it speaks of what is found in a file.</summary>
    public bool MatchesPath(string path) => Paths.IsEmpty || Paths.Any(pattern => pattern.Glob.Matches(path));

    /// <summary>Whether it speaks of the object of a finding.</summary>
    public bool MatchesObject(Diagnostic diagnostic) => Resource is null || (diagnostic.LogicalLocation is { } place && Names(place).Any(Resource.Glob.Matches));

    /// <summary>Whether it speaks of a cluster.</summary>
    public bool MatchesCluster(string name) => Clusters.Any(cluster => cluster.Glob.Matches(name));

    private static string[] Names(LogicalLocation place) => [(place with { Field = "" }).FullyQualifiedName, $"{place.Kind}/{place.Name}"];
}
