using FluxLint.Fleet;
using FluxLint.Kubernetes;

namespace FluxLint.Changes;

/// <summary>The objects of one state of a cluster, by what names them, and who applies each.</summary>
internal sealed class HeldObjects
{
    private readonly Dictionary<string, Inventory> inventories = new(StringComparer.Ordinal);
    private Dictionary<(string Home, ObjectKey Key), HeldObject>? objects;

    public HeldObjects(Cluster cluster)
    {
        // A Kustomization that applies the entry point itself says more than the entry point does.
        foreach (var inventory in cluster.Inventories.OrderBy(inventory => inventory.Owner is null))
            inventories.TryAdd(inventory.ToOwner(), inventory);
    }

    /// <summary>Those who apply objects.</summary>
    public IEnumerable<Inventory> Inventories => inventories.Values;

    /// <summary>What an owner of a name applies; null when there is none.</summary>
    public Inventory? Find(string owner) => inventories.GetValueOrDefault(owner);

    /// <summary>The object of a name; null when there is none.</summary>
    public HeldObject? Find((string Home, ObjectKey Key) key) => (objects ??= Index(inventories.Values)).GetValueOrDefault(key);

    /// <summary>The objects that some apply. Of those that several apply the first one counts.</summary>
    public static Dictionary<(string Home, ObjectKey Key), HeldObject> Index(IEnumerable<Inventory> inventories)
    {
        var found = new Dictionary<(string Home, ObjectKey Key), HeldObject>();
        foreach (var inventory in inventories)
        {
            foreach (var resource in inventory.Resources)
            {
                var held = new HeldObject(resource, inventory);
                found.TryAdd(held.Key, held);
            }
        }
        return found;
    }
}
