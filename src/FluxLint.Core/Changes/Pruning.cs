using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Changes;

/// <summary>Says whether Flux deletes what leaves the repository.</summary>
/// <remarks>As kustomize-controller does it: internal/controller/kustomization_controller.go, <c>prune</c> and <c>finalize</c>.</remarks>
internal sealed class Pruning(HeldObjects before, HeldObjects after)
{
    private const int Deepest = 20;
    private const string Label = "kustomize.toolkit.fluxcd.io/prune";

    /// <summary>Why an object that its owner no longer applies is deleted, in words; null when it is not.</summary>
    public string? Reason(HeldObject held) => Reason(held, Deepest);

    private string? Reason(HeldObject held, int depth)
    {
        if (depth == 0 || IsProtected(held.Resource))
            return null;
        if (held.Inventory.Owner is not { } owner)
            return "unless what applies the entry point does not prune";
        if (after.Find(held.Owner) is { } remaining)
            return remaining.Kustomization is not { } kustomization ? $"by {owner.ShownName}"
                : kustomization is { Prunes: true, IsSuspended: false } ? $"by {owner.ShownName}, which prunes"
                : null;
        return OutlivesOwner(held.Inventory) || HolderOf(held.Inventory) is not { } holder || Reason(holder, depth - 1) is null
            ? null
            : $"with {owner.ShownName}, which goes as well";
    }

    // A suspended Kustomization lets go of its objects.
    private static bool OutlivesOwner(Inventory inventory) => inventory.Kustomization is { } kustomization &&
        (kustomization.IsSuspended || kustomization.DeletionPolicy?.Value switch
        {
            "Orphan" => true,
            "Delete" or "WaitForTermination" => false,
            _ => !kustomization.Prunes,
        });

    private HeldObject? HolderOf(Inventory inventory) => inventory.Owner is { } owner
        ? before.Inventories.Where(candidate => !ReferenceEquals(candidate, inventory)).Select(candidate => candidate.Output?.Find(owner.Key) is { } found ? new HeldObject(found, candidate) : null).FirstOrDefault(found => found is not null)
        : null;

    /// <summary>Whether an object tells Flux to leave it in the cluster. What Flux never applied is not its own to delete.</summary>
    public static bool IsProtected(Resource resource) =>
        ApplyPolicies.Of(resource) == ApplyPolicy.Ignore || IsDisabled(resource.Root.At("metadata", "annotations", Label)) || IsDisabled(resource.Root.At("metadata", "labels", Label));

    private static bool IsDisabled(YamlNode? mark) => mark is YamlScalar scalar && scalar.Value.Equals("disabled", StringComparison.OrdinalIgnoreCase);
}
