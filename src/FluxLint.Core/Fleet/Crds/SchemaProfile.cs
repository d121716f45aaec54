using System.Collections.Concurrent;
using FluxLint.Schemas;

namespace FluxLint.Fleet;

/// <summary>
/// What of a cluster decides which schemas and versions its kinds have. Clusters that are alike in that share one, and what was found out for one of them
/// holds for all: a fleet of thousands asks as much as a few clusters do. Safe on many threads.
/// </summary>
internal sealed class SchemaProfile : IEquatable<SchemaProfile>
{
    private readonly int hash;

    public SchemaProfile(Cluster cluster, ClusterDefinitions ofCharts)
    {
        OfCharts = ofCharts;
        Definitions = cluster.Definitions;
        Release = cluster.Release;
        HasInstances = cluster.Instances.Any();
        hash = HashCode.Combine(Definitions.Identity, OfCharts.Identity, Release, HasInstances);
    }

    /// <summary>The definitions that the cluster renders.</summary>
    public ClusterDefinitions Definitions { get; }

    /// <summary>The definitions that charts at hand bring to it.</summary>
    public ClusterDefinitions OfCharts { get; }

    /// <summary>Its release of Flux; null when nothing tells of it.</summary>
    public FluxRelease? Release { get; }

    /// <summary>Whether it has a FluxInstance.</summary>
    public bool HasInstances { get; }

    /// <summary>What each kind is held against, in each version that was asked for.</summary>
    public ConcurrentDictionary<SchemaKey, KindSchema?> Schemas { get; } = new();

    /// <summary>What is served of each kind in place of a version that is not.</summary>
    public ConcurrentDictionary<SchemaKey, ServedKind?> Others { get; } = new();

    public bool Equals(SchemaProfile? other) =>
        other is not null && HasInstances == other.HasInstances && Release == other.Release && Definitions.HasSame(other.Definitions) && OfCharts.HasSame(other.OfCharts);

    public override bool Equals(object? obj) => Equals(obj as SchemaProfile);

    public override int GetHashCode() => hash;
}
