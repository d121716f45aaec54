using FluxLint.Fleet;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;

namespace FluxLint.Changes;

/// <summary>Says where what leaves a build proves nothing.</summary>
internal sealed class BuildStates
{
    private static readonly BuildProblemKind[] Fatal =
    [
        BuildProblemKind.MissingReference, BuildProblemKind.OutsideRepository, BuildProblemKind.Refused, BuildProblemKind.DuplicateResource,
        BuildProblemKind.Cycle, BuildProblemKind.MissingInput,
    ];

    private readonly Dictionary<Rendering, BuildProblem?> known = new(ReferenceEqualityComparer.Instance);

    /// <summary>Why the objects of two inventories of one owner cannot be compared; null when they can.</summary>
    public ChangeGap? Compare(Inventory before, Inventory after)
    {
        var owner = after.ToOwner();
        if (after.State != InventoryState.Built || before.State != InventoryState.Built)
            return after.State == before.State ? null : new(owner, after.State == InventoryState.Built ? "was not built before" : Describe(after), after.Owner?.Location);
        if (Problem(after) is { } now)
            return new(owner, $"does not build, so that nothing of it changes until it does: {now.Message}", now.Location);
        if (Problem(before) is { } then)
            return new(owner, "did not build before, so that it is not known what it changes", then.Location);
        return HasGaps(after) && !HasGaps(before) ? new(owner, "has a part that cannot be rendered any more", after.Owner?.Location) : null;
    }

    private BuildProblem? Problem(Inventory inventory)
    {
        if (inventory.Output?.Rendering is not { } rendering)
            return null;
        if (!known.TryGetValue(rendering, out var problem))
            known[rendering] = problem = Rendering.WithInputs([rendering]).SelectMany(layer => layer.Problems).Concat(rendering.FinalProblems).FirstOrDefault(found => Fatal.Contains(found.Kind));
        return problem;
    }

    private static bool HasGaps(Inventory inventory) => inventory.Output?.Rendering?.HasGaps == true;

    private static string Describe(Inventory inventory) => inventory.State switch
    {
        InventoryState.MissingPath => "has a path that does not exist any more, so that Flux leaves what it applied as it is",
        InventoryState.Elsewhere => "takes its objects from another repository now",
        InventoryState.MissingArtifact => "waits for an artifact that nothing makes any more",
        _ => "can no longer be followed",
    };
}
