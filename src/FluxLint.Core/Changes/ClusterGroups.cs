using FluxLint.Fleet;

namespace FluxLint.Changes;

/// <summary>Puts together what reads the same in several clusters.</summary>
/// <param name="signature">What reads the same has the same.</param>
internal sealed class ClusterGroups<T>(Func<T, string> signature)
{
    private readonly Dictionary<string, List<(T Item, Cluster Cluster)>> groups = new(StringComparer.Ordinal);

    /// <summary>The groups, in the order of their first members.</summary>
    public IEnumerable<ClusterGroup<T>> All => groups.Values.Select(members => new ClusterGroup<T>(members));

    /// <summary>Adds what a cluster has.</summary>
    public void Add(IEnumerable<T> items, Cluster cluster)
    {
        foreach (var item in items)
        {
            var key = signature(item);
            if (!groups.TryGetValue(key, out var members))
                groups[key] = members = [];
            members.Add((item, cluster));
        }
    }
}
