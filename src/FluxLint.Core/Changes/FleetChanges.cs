using System.Collections.Immutable;
using FluxLint.Fleet;
using FluxLint.Semantics;

namespace FluxLint.Changes;

/// <summary>How two states of a fleet differ: the same change once, whatever the number of clusters that get it.</summary>
internal sealed record FleetChanges
{
    private FleetChanges()
    {
    }

    /// <summary>The clusters of the later state.</summary>
    public required ImmutableArray<Cluster> Clusters { get; init; }

    /// <summary>Clusters that are new. What they get is not listed.</summary>
    public required ImmutableArray<Cluster> AddedClusters { get; init; }

    /// <summary>Clusters that are gone. What they had is not listed.</summary>
    public required ImmutableArray<Cluster> RemovedClusters { get; init; }

    /// <summary>What becomes of objects: the most dangerous first, then what more clusters get.</summary>
    public required ImmutableArray<ObjectChange> Objects { get; init; }

    /// <summary>What is not known.</summary>
    public required ImmutableArray<ChangeGap> Gaps { get; init; }

    /// <summary>The clusters of the later state in which something changes that is not withheld, in ordinal order of their directories.</summary>
    public ImmutableArray<Cluster> ChangedClusters => [.. Objects.Where(change => change.Withheld is null).SelectMany(change => change.Clusters).Distinct().OrderBy(cluster => cluster.Directory, StringComparer.Ordinal)];

    /// <summary>Whether anything is dangerous.</summary>
    public bool AreDangerous => !RemovedClusters.IsEmpty || Objects.Any(change => !change.Dangers.IsEmpty);

    /// <summary>Whether nothing changes that is known.</summary>
    public bool IsEmpty => Objects.IsEmpty && AddedClusters.IsEmpty && RemovedClusters.IsEmpty;

    /// <summary>Compares two states.</summary>
    /// <param name="before">The earlier state.</param>
    /// <param name="after">The later state; the more it shares with the earlier one, the less there is to do.</param>
    /// <param name="cancellation">Stops the work between two clusters.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static FleetChanges Of(Compilation before, Compilation after, CancellationToken cancellation = default)
    {
        var (earlier, later) = (before.GetFleet(cancellation), after.GetFleet(cancellation));
        var were = earlier.Clusters.ToDictionary(cluster => cluster.Directory, StringComparer.Ordinal);
        var builds = new BuildStates(before.Repository, after.Repository);
        var comparisons = new ObjectComparisons(new SecretFields());
        var objects = new ClusterGroups<ObjectChange>(change => change.Signature);
        var gaps = new ClusterGroups<ChangeGap>(gap => gap.Signature);
        foreach (var cluster in later.Clusters)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!were.TryGetValue(cluster.Directory, out var was))
                continue;
            var found = ClusterComparison.Of(was, cluster, comparisons, builds);
            objects.Add(found.Changes, cluster);
            gaps.Add(found.Gaps, cluster);
        }
        var present = later.Clusters.Select(cluster => cluster.Directory).ToHashSet(StringComparer.Ordinal);
        var missing = earlier.Clusters.Where(cluster => !present.Contains(cluster.Directory)).ToLookup(cluster => builds.Unreadable(cluster) is not null);
        return new()
        {
            Clusters = later.Clusters,
            AddedClusters = [.. later.Clusters.Where(cluster => !were.ContainsKey(cluster.Directory))],
            RemovedClusters = [.. missing[false]],
            Objects =
            [
                .. objects.All.Select(Merge)
                    .OrderBy(change => change.Dangers is [var worst, ..] ? (int)worst.Kind : int.MaxValue)
                    .ThenByDescending(change => change.Clusters.Length)
                    .ThenBy(change => change.Kind)
                    .ThenBy(change => change.Resource.ToString(), StringComparer.Ordinal)
                    .ThenBy(change => change.Signature, StringComparer.Ordinal),
            ],
            Gaps = [.. gaps.All.Select(group => group.First with { Clusters = group.Clusters }).Concat(missing[true].Select(builds.Unreadable).OfType<ChangeGap>()).OrderBy(gap => gap.Signature, StringComparer.Ordinal)],
        };
    }

    /// <summary>The same change in several clusters as one, with the dangers that it has in some of them.</summary>
    private static ObjectChange Merge(ClusterGroup<ObjectChange> same)
    {
        var dangers = new ClusterGroups<Danger>(danger => danger.Message);
        foreach (var (change, cluster) in same.Members)
            dangers.Add(change.Dangers, cluster);
        return same.First with
        {
            Clusters = same.Clusters,
            Fields = [.. same.First.Fields.Select((field, index) => field with { Varies = same.Members.Any(member => member.Item.Fields[index].Values != field.Values) })],
            Dangers = [.. dangers.All.Select(group => group.First with { Clusters = group.Clusters }).OrderBy(danger => danger.Kind)],
        };
    }
}
