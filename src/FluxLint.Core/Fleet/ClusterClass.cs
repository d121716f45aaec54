using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>A class of clusters that are meant to be alike, such as all of production.</summary>
public sealed record ClusterClass
{
    internal ClusterClass()
    {
    }

    /// <summary>The name, unique among classes.</summary>
    public required YamlScalar Name { get; init; }

    /// <summary>The directories of its clusters, at least one pattern.</summary>
    internal ImmutableArray<LocatedGlob> Paths { get; init; } = [];

    /// <summary>What the names of its clusters look like; empty when any will do.</summary>
    internal ImmutableArray<LocatedGlob> Names { get; init; } = [];

    /// <summary>The directories that each of its clusters must include, as paths from the repository root in their shortest form.</summary>
    public ImmutableArray<YamlScalar> Requires { get; init; } = [];

    /// <summary>The directories that none of its clusters may include.</summary>
    internal ImmutableArray<LocatedGlob> Forbidden { get; init; } = [];

    /// <summary>The kinds that its clusters leave to overlays.</summary>
    internal ImmutableArray<LocatedGlob> OnlyInOverlays { get; init; } = [];

    /// <summary>The name of the class that takes over what has proved itself in this one; null when there is none.</summary>
    public YamlScalar? PromotesTo { get; init; }

    /// <summary>Whether another class promotes to it.</summary>
    public bool IsPromotedTo { get; init; }

    /// <summary>Whether its clusters may take a range of versions of a chart.</summary>
    public bool AllowsChartRanges { get; init; }

    /// <summary>Whether its clusters are what the others prepare for: its name starts with <c>prod</c>, or promotion ends with it.</summary>
    public bool IsProduction => Name.Value.StartsWith("prod", StringComparison.OrdinalIgnoreCase) || (IsPromotedTo && PromotesTo is null);

    /// <summary>What the patterns of <see cref="Paths"/> take from where a cluster lies.</summary>
    internal ImmutableArray<PathCapture> Captures { get; init; } = [];

    /// <summary>The variables of a cluster, by where it lies; null when there are none.</summary>
    internal Resource? VariablesOf(string directory) =>
        Paths.Zip(Captures).Where(path => path.First.Glob.Matches(directory)).Select(path => path.Second.VariablesOf(directory)).FirstOrDefault(variables => variables is not null);

    /// <summary>What the names of its clusters look like, as it is written; empty when any will do.</summary>
    public ImmutableArray<YamlScalar> NamePatterns => [.. Names.Select(pattern => pattern.Node)];

    /// <summary>Whether one of its clusters may have a name, as <see cref="Cluster.Name"/> has it.</summary>
    public bool AllowsName(string name) => Names.IsEmpty || Names.Any(pattern => pattern.Glob.Matches(name));

    /// <summary>What says that its clusters may not include a directory; null when nothing does.</summary>
    public YamlScalar? Forbids(string directory) => Forbidden.FirstOrDefault(pattern => pattern.Glob.Matches(directory))?.Node;

    /// <summary>What says that its clusters leave objects of a kind to overlays; null when nothing does.</summary>
    public YamlScalar? LeavesToOverlays(string kind) => OnlyInOverlays.FirstOrDefault(pattern => pattern.Glob.Matches(kind))?.Node;

    /// <summary>Whether a directory belongs to the class.</summary>
    internal bool Claims(string directory) => Paths.Any(path => path.Glob.Matches(directory));
}
