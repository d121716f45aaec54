using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace FluxLint.Fleet;

/// <summary>Lists of clusters, of which equal ones are one list: most of what a fleet shares reaches the same thousands of clusters.</summary>
internal sealed class ClusterLists : IEqualityComparer<ImmutableArray<Cluster>>
{
    private readonly HashSet<ImmutableArray<Cluster>> lists;

    public ClusterLists() => lists = new(this);

    /// <summary>The one list of these clusters.</summary>
    public ImmutableArray<Cluster> Share(ImmutableArray<Cluster>.Builder clusters)
    {
        var list = clusters.ToImmutable();
        if (lists.TryGetValue(list, out var same))
            return same;
        lists.Add(list);
        return list;
    }

    bool IEqualityComparer<ImmutableArray<Cluster>>.Equals(ImmutableArray<Cluster> one, ImmutableArray<Cluster> other) => one.AsSpan().SequenceEqual(other.AsSpan());

    int IEqualityComparer<ImmutableArray<Cluster>>.GetHashCode(ImmutableArray<Cluster> list) =>
        list.IsEmpty ? 0 : HashCode.Combine(list.Length, RuntimeHelpers.GetHashCode(list[0]), RuntimeHelpers.GetHashCode(list[^1]));
}
