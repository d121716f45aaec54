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
    private readonly Withholding withholding;
    private readonly HashSet<string> unbuilt = new(StringComparer.Ordinal);
    private readonly HashSet<string> unknown = new(StringComparer.Ordinal);
    private readonly List<ChangeGap> gaps = [];
    private readonly List<ObjectChange> changes = [];

    private ClusterComparison(Cluster before, Cluster after, ObjectComparisons comparisons)
    {
        this.comparisons = comparisons;
        earlier = new(before);
        later = new(after);
        dangers = new(new(earlier, later));
        withholding = new(later, unbuilt);
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
        foreach (var inventory in later.Inventories)
        {
            if (earlier.Find(inventory.ToOwner()) is not { } counterpart || ReferenceEquals(counterpart.Output, inventory.Output) || builds.Compare(counterpart, inventory) is not { } gap)
                continue;
            unknown.Add(inventory.ToOwner());
            gaps.Add(gap);
            if (gap.IsUnbuilt)
                unbuilt.Add(inventory.ToOwner());
        }
        var before = HeldObjects.Index(earlier.Inventories.Where(inventory => Differs(inventory, later)));
        var after = HeldObjects.Index(later.Inventories.Where(inventory => Differs(inventory, earlier)));
        var renamed = after.Values.Where(held => held.UnhashedKey is not null).ToLookup(held => held.UnhashedKey);
        foreach (var held in before.Values)
        {
            var counterpart = after.GetValueOrDefault(held.Key) ?? later.Find(held.Key) ?? (held.UnhashedKey is { } key ? renamed[key].FirstOrDefault() : null);
            if (counterpart is null)
                Remove(held);
            else if (held.Owner == counterpart.Owner || !IsUnknown(held.Inventory, later))
                Compare(held, counterpart);
        }
        foreach (var held in after.Values)
        {
            if (!before.ContainsKey(held.Key) && earlier.Find(held.Key) is null && !IsRenamed(held))
                Add(held);
        }

        static bool Differs(Inventory inventory, HeldObjects others) => !ReferenceEquals(others.Find(inventory.ToOwner())?.Output, inventory.Output);

        bool IsRenamed(HeldObject held) => held.UnhashedKey is { } key && before.Values.Any(other => other.UnhashedKey == key);
    }

    private void Add(HeldObject held)
    {
        if (IsUnknown(held.Inventory, earlier))
            return;
        changes.Add(new() { Kind = ChangeKind.Added, Before = null, After = held.Resource, OwnerAfter = held.ShownOwner, Withheld = withholding.OfAdded(held) });
    }

    private void Remove(HeldObject held)
    {
        if (IsUnknown(held.Inventory, later))
            return;
        changes.Add(new()
        {
            Kind = ChangeKind.Removed,
            Before = held.Resource,
            After = null,
            OwnerBefore = held.ShownOwner,
            Withheld = withholding.OfRemoved(held),
            Dangers = dangers.OfRemoved(held),
        });
    }

    // Who is not there in one state may be among what is not known of those who apply it.
    private bool IsUnknown(Inventory inventory, HeldObjects others) =>
        unknown.Contains(inventory.ToOwner()) || (inventory.Parent is { } parent && others.Find(inventory.ToOwner()) is null && IsUnknown(parent, others));

    private void Compare(HeldObject before, HeldObject after)
    {
        var isMoved = before.Owner != after.Owner;
        var fields = comparisons.Compare(before.Resource, after.Resource);
        if (!isMoved && fields.IsEmpty)
            return;
        var withheld = withholding.OfChanged(before, after);
        var effective = withheld is null ? fields : [];
        changes.Add(new()
        {
            Kind = isMoved ? ChangeKind.Moved : ChangeKind.Changed,
            Before = before.Resource,
            After = after.Resource,
            OwnerBefore = before.ShownOwner,
            OwnerAfter = after.ShownOwner,
            Fields = fields,
            Withheld = withheld ?? Withholding.OfSuspended(after.Resource, fields),
            Dangers = isMoved ? dangers.OfMoved(before, after, effective) : Dangers.OfChanged(before, after, effective),
        });
    }
}
