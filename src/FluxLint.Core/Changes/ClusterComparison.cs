using System.Collections.Immutable;
using FluxLint.Fleet;

namespace FluxLint.Changes;

/// <summary>Finds how two states of one cluster differ. What both share, as clusters do after an edit elsewhere, is passed over.</summary>
internal sealed class ClusterComparison
{
    private readonly HeldObjects earlier;
    private readonly HeldObjects later;
    private readonly Dangers dangers;
    private readonly ObjectComparisons comparisons;
    private readonly List<ChangeGap> gaps = [];
    private readonly List<ObjectChange> changes = [];

    private ClusterComparison(Cluster before, Cluster after, ObjectComparisons comparisons)
    {
        this.comparisons = comparisons;
        earlier = new(before);
        later = new(after);
        dangers = new(new(earlier, later));
    }

    /// <summary>The changes, and what is not known.</summary>
    public static (IReadOnlyList<ObjectChange> Changes, IReadOnlyList<ChangeGap> Gaps) Of(Cluster before, Cluster after, ObjectComparisons comparisons, BuildStates builds)
    {
        var comparison = new ClusterComparison(before, after, comparisons);
        if (!ReferenceEquals(before, after))
            comparison.Run(builds);
        return (comparison.changes, comparison.gaps);
    }

    private void Run(BuildStates builds)
    {
        var unknown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var inventory in later.Inventories)
        {
            if (earlier.Find(inventory.ToOwner()) is not { } counterpart || ReferenceEquals(counterpart.Output, inventory.Output) || builds.Compare(counterpart, inventory) is not { } gap)
                continue;
            unknown.Add(inventory.ToOwner());
            gaps.Add(gap);
        }
        var before = HeldObjects.Index(earlier.Inventories.Where(inventory => Differs(inventory, later)));
        var after = HeldObjects.Index(later.Inventories.Where(inventory => Differs(inventory, earlier)));
        var renamed = after.Values.Where(held => held.UnhashedKey is not null).ToLookup(held => held.UnhashedKey);
        foreach (var held in before.Values)
        {
            var counterpart = after.GetValueOrDefault(held.Key) ?? later.Find(held.Key) ?? (held.UnhashedKey is { } key ? renamed[key].FirstOrDefault() : null);
            if (counterpart is null)
                Remove(held);
            else
                Compare(held, counterpart);
        }
        foreach (var held in after.Values)
        {
            if (!before.ContainsKey(held.Key) && earlier.Find(held.Key) is null && !IsRenamed(held))
                changes.Add(new() { Kind = ChangeKind.Added, Before = null, After = held.Resource, OwnerAfter = held.Owner });
        }

        bool Differs(Inventory inventory, HeldObjects others) =>
            !unknown.Contains(inventory.ToOwner()) && !ReferenceEquals(others.Find(inventory.ToOwner())?.Output, inventory.Output);

        bool IsRenamed(HeldObject held) => held.UnhashedKey is { } key && before.Values.Any(other => other.UnhashedKey == key);
    }

    private void Remove(HeldObject held) => changes.Add(new()
    {
        Kind = ChangeKind.Removed,
        Before = held.Resource,
        After = null,
        OwnerBefore = held.Owner,
        Dangers = dangers.OfRemoved(held),
    });

    private void Compare(HeldObject before, HeldObject after)
    {
        var isMoved = before.Owner != after.Owner;
        var fields = comparisons.Compare(before.Resource, after.Resource);
        if (!isMoved && fields.IsEmpty)
            return;
        changes.Add(new()
        {
            Kind = isMoved ? ChangeKind.Moved : ChangeKind.Changed,
            Before = before.Resource,
            After = after.Resource,
            OwnerBefore = before.Owner,
            OwnerAfter = after.Owner,
            Fields = fields,
            Dangers = isMoved ? dangers.OfMoved(before, after, fields) : Dangers.OfChanged(before, after, fields),
        });
    }
}
