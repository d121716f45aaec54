using FluxLint.Fleet;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;

namespace FluxLint.Changes;

/// <summary>An object, and who applies it.</summary>
internal sealed record HeldObject(Resource Resource, Inventory Inventory)
{
    /// <summary>What names the owner; the same for the entry point of every cluster.</summary>
    public string Owner => Inventory.ToOwner();

    /// <summary>The owner as people may see it.</summary>
    public string ShownOwner => Inventory.ToShownOwner();

    /// <summary>What names it among the objects of the cluster that it goes to.</summary>
    public (string Home, ObjectKey Key) Key => (Home, Resource.Key with { Namespace = Resource.Id.EffectiveNamespace });

    /// <summary>The same before a hash of its content joined its name; null where none does.</summary>
    public (string Home, ObjectKey Key)? UnhashedKey =>
        Resource.NeedsHash && Resource.Id.Name.LastIndexOf('-') is > 0 and var dash ? (Home, Key.Key with { Name = Resource.Id.Name[..dash] }) : null;

    // What is handed on to another cluster meets only what goes there, too.
    private string Home => Inventory.IsRemote ? Owner : "";
}
