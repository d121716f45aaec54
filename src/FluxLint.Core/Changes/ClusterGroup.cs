using System.Collections.Immutable;
using FluxLint.Fleet;

namespace FluxLint.Changes;

/// <summary>What reads the same in several clusters.</summary>
/// <param name="Members">Each with its cluster, one at least.</param>
internal sealed record ClusterGroup<T>(IReadOnlyList<(T Item, Cluster Cluster)> Members)
{
    /// <summary>The one that stands for all.</summary>
    public T First => Members[0].Item;

    /// <summary>The clusters, in the order that they were met.</summary>
    public ImmutableArray<Cluster> Clusters => [.. Members.Select(member => member.Cluster).Distinct()];
}
