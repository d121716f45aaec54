using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;
using FluxLint.Syntax;

namespace FluxLint.Changes;

/// <summary>Says where what leaves a build proves nothing.</summary>
/// <param name="earlier">The files of the earlier state.</param>
/// <param name="present">Those of the later state.</param>
internal sealed class BuildStates(Repository earlier, Repository present)
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
        var owner = after.ToShownOwner();
        if (after.State != InventoryState.Built || before.State != InventoryState.Built)
            return after.State == before.State ? null : new(owner, after.State == InventoryState.Built ? "was not built before" : Describe(after), after.Owner?.Location);
        if (Problem(after, present) is { } now)
            return new(owner, $"does not build, so that nothing of it changes until it does: {now.Message}", now.Location) { IsUnbuilt = true };
        if (Problem(before, earlier) is { } then)
            return new(owner, $"did not build before, so that it is not known what it brings and takes away: {then.Message}", then.Location);
        return HasGaps(after) && !HasGaps(before) ? new(owner, "has a part that cannot be rendered any more, so that it is not known what it takes away", after.Owner?.Location) : null;
    }

    /// <summary>What makes a cluster unreadable where it was found before: a file of its directory that is not YAML any more; null when there is none.</summary>
    public ChangeGap? Unreadable(Cluster cluster) =>
        present.YamlFiles.Where(path => RepositoryPath.IsWithin(cluster.Directory, path)).Select(path => Broken(path, present)).FirstOrDefault(problem => problem is not null) is { } broken
            ? new("", $"cannot be read any more: {broken.Message}", broken.Location) { IsUnbuilt = true, Clusters = [cluster] }
            : null;

    private BuildProblem? Problem(Inventory inventory, Repository repository)
    {
        if (inventory.Output?.Rendering is not { } rendering)
            return null;
        if (!known.TryGetValue(rendering, out var problem))
            known[rendering] = problem = Find(Rendering.WithInputs([rendering]), rendering, repository);
        return problem;
    }

    private static BuildProblem? Find(List<Rendering> layers, Rendering last, Repository repository) =>
        layers.SelectMany(layer => layer.Problems).Concat(last.FinalProblems).FirstOrDefault(found => Fatal.Contains(found.Kind))
        ?? layers.Where(layer => layer.HasGaps).SelectMany(layer => layer.Manifests.Append(repository.KustomizationFile(layer.Directory)).OfType<string>()).Select(path => Broken(path, repository)).FirstOrDefault(problem => problem is not null);

    private static BuildProblem? Broken(string path, Repository repository) =>
        repository.Tree(path) is { IsBroken: true } tree && tree.Problems.First(problem => problem.Kind != YamlProblemKind.DuplicateKey) is var broken
            ? new(BuildProblemKind.Refused, broken.Location, broken.Message)
            : null;

    private static bool HasGaps(Inventory inventory) => inventory.Output?.Rendering?.HasGaps == true;

    private static string Describe(Inventory inventory) => inventory.State switch
    {
        InventoryState.MissingPath => "has a path that does not exist any more, so that Flux leaves what it applied as it is",
        InventoryState.Elsewhere => "takes its objects from another repository now",
        InventoryState.MissingArtifact => "waits for an artifact that nothing makes any more",
        _ => "can no longer be followed",
    };
}
