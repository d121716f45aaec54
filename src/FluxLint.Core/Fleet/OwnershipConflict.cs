using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;

namespace FluxLint.Fleet;

/// <summary>
/// Two Flux objects of a cluster that apply the same objects, and so both claim to own them. kustomize-controller applies with one field manager for all
/// Kustomizations and labels every object with its owner, so each takes the objects over from the other at every reconciliation.
/// </summary>
/// <param name="First">The one that was met first.</param>
/// <param name="Second">The other.</param>
/// <param name="Objects">What both apply.</param>
public sealed record OwnershipConflict(Inventory First, Inventory Second, ImmutableArray<ConflictingPair> Objects)
{
    /// <summary>The one of the two whose path is inside that of the other, which reads it as well; null when neither is.</summary>
    public Inventory? Inner => IsInside(Second, First) ? Second : IsInside(First, Second) ? First : null;

    /// <summary>The other one of the two than <see cref="Inner"/>.</summary>
    public Inventory Outer => ReferenceEquals(Inner, First) ? Second : First;

    internal static ImmutableArray<OwnershipConflict> Among(ImmutableArray<Inventory> inventories)
    {
        var owners = new Dictionary<ObjectKey, Application>(inventories.Sum(inventory => inventory.Resources.Length));
        var conflicts = new Dictionary<Rivals, ImmutableArray<ConflictingPair>.Builder>();
        foreach (var inventory in inventories.Where(Applies))
        {
            foreach (var resource in inventory.Resources.Where(IsTaken))
            {
                var key = resource.Key;
                if (owners.TryAdd(key, new(inventory, resource)))
                    continue;
                var (first, other) = owners[key];
                if (ReferenceEquals(first, inventory))
                    continue;
                var rivals = new Rivals(first, inventory);
                if (!conflicts.TryGetValue(rivals, out var objects))
                    conflicts[rivals] = objects = ImmutableArray.CreateBuilder<ConflictingPair>();
                objects.Add(new(other, resource));
            }
        }
        return [.. conflicts.Select(pair => new OwnershipConflict(pair.Key.First, pair.Key.Second, pair.Value.ToImmutable()))];
    }

    /// <summary>Whether kustomize-controller applies the objects to this very cluster. The Flux Operator leaves alone what it has made once.</summary>
    private static bool Applies(Inventory inventory) =>
        inventory is { State: InventoryState.Built, IsRemote: false, Output.Rendering: not null } && inventory.Kustomization is not { IsSuspended: true };

    /// <summary>Whether the controller takes an object over from others.</summary>
    private static bool IsTaken(Resource resource) =>
        resource.Id.Name.Length > 0
        && !resource.Id.Name.HasVariable()
        && !resource.Id.Namespace.HasVariable()
        && ApplyPolicies.Of(resource) == ApplyPolicy.Override;

    private static bool IsInside(Inventory inner, Inventory outer) =>
        inner is { Directory: { } directory, Owner: not null }
        && outer is { Directory: { } around, Output.Rendering: { } rendering }
        && directory != around
        && RepositoryPath.IsWithin(around, directory)
        && Rendering.WithInputs([rendering]).Exists(input => input.Directory == directory || input.Files.Any(file => RepositoryPath.IsWithin(directory, file)));

    private readonly record struct Application(Inventory Inventory, Resource Resource);

    private sealed record Rivals(Inventory First, Inventory Second);
}
