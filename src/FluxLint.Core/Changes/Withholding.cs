using System.Collections.Immutable;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kustomize;

namespace FluxLint.Changes;

/// <summary>Says why a change does not reach a cluster, or not yet, in words that follow the name of the object.</summary>
/// <param name="later">The objects of the later state.</param>
/// <param name="unbuilt">Who does not build in the later state.</param>
internal sealed class Withholding(HeldObjects later, IReadOnlySet<string> unbuilt)
{
    /// <summary>Of an object that is new; null when it is made.</summary>
    public string? OfAdded(HeldObject held) =>
        Wait(held.Inventory) ?? (ApplyPolicies.Of(held.Resource) == ApplyPolicy.Ignore ? "is not made, because it tells Flux to leave it alone" : null);

    /// <summary>Of an object that is no longer applied; null when nothing keeps it.</summary>
    public string? OfRemoved(HeldObject held) =>
        (later.Find(held.Owner) is { } owner ? Wait(owner) : null)
        ?? (Pruning.IsProtected(held.Resource) ? "stays in the cluster, because it tells Flux not to delete it" : null);

    /// <summary>Of an object that has other values; null when it gets them.</summary>
    public string? OfChanged(HeldObject before, HeldObject after) => Wait(after.Inventory) ?? (ApplyPolicies.Of(before.Resource), ApplyPolicies.Of(after.Resource)) switch
    {
        (_, ApplyPolicy.Ignore) => "stays as it is in the cluster, because it tells Flux to leave it alone",
        (_, ApplyPolicy.IfNotPresent) => "stays as it is where it is there, because it tells Flux to make it and no more",
        (_, ApplyPolicy.Unknown) => "changes or not, as a variable decides",
        (ApplyPolicy.Ignore or ApplyPolicy.IfNotPresent, _) => "may differ from this in the cluster, because it told Flux to leave it alone so far",
        _ => null,
    };

    /// <summary>Of an object of Flux that is switched off itself, so that it gets the values and does nothing with them; null when it acts on them.</summary>
    public static string? OfSuspended(Resource after, ImmutableArray<FieldChange> fields) =>
        FluxObject.Of(after) is { IsSuspended: true } && fields.Any(field => field.Path.ToString() != "spec.suspend") ? "does nothing of this until it is resumed" : null;

    private string? Wait(Inventory inventory) => inventory.ToOwner() is var owner && inventory.Kustomization is { IsSuspended: true } ? $"waits until {inventory.ToShownOwner()} is resumed"
        : unbuilt.Contains(owner) ? $"waits until {(owner.Length == 0 ? "the entry point" : inventory.ToShownOwner())} builds"
        : null;
}
