using System.Collections.Immutable;
using FluxLint.Files;

namespace FluxLint.Kustomize.Builds;

/// <summary>Reports references of kustomizations that cannot be followed, and takes note of what is unknown for that.</summary>
/// <param name="graph">Who refers to whom.</param>
internal sealed class ReferenceCheck(KustomizationGraph graph)
{
    /// <summary>Reports those of a layer that lead nowhere, out of the repository, to another machine or in a circle.</summary>
    public void Report(Layer layer, ImmutableArray<Reference> references)
    {
        var missing = new MissingPaths(layer, graph, references);
        foreach (var reference in references)
        {
            var problem = reference.Kind switch
            {
                ReferenceKind.Missing => missing.Problem(reference),
                // A symbolic link is reported where it is.
                ReferenceKind.Outside when RepositoryPath.Combine(layer.Kustomization.Directory, reference.Path) is not null => null,
                ReferenceKind.Outside => new(BuildProblemKind.OutsideRepository, reference.Node.Location, $"'{reference.Path}' leaves the repository, and nothing outside of it is read"),
                ReferenceKind.Remote => new(BuildProblemKind.RenderGap, reference.Node.Location, Remote(reference.Path)) { Help = IsRegistry(reference.Path) ? "an OCIRepository and a Kustomization of Flux apply what a registry holds" : null },
                _ => graph.Cycle(reference),
            };
            if (problem is not null || reference.Kind == ReferenceKind.Outside)
                Lose(layer, reference);
            if (problem is not null)
                layer.Problems.Add(problem);
        }
    }

    /// <summary>The kustomization of a directory that is referred to; null, which is reported, where none can be built.</summary>
    public Kustomization? Kustomization(Layer layer, Reference reference)
    {
        var file = layer.Repository.KustomizationFile(reference.Path);
        var depth = graph.Depth(reference.Path);
        if (graph.Kustomization(reference.Path) is { } kustomization && depth < BuildBudget.Depth)
            return kustomization;
        layer.MayLack();
        // Whatever includes this in its turn has a longer chain, and the same cause.
        if (depth == BuildBudget.Depth)
            layer.Report(BuildProblemKind.Limit, reference.Node, $"'{reference.Node.Value}' starts a chain of {BuildBudget.Depth} kustomizations that include each other, and no longer one is followed");
        if (file is null)
            layer.Report(BuildProblemKind.Refused, reference.Node, $"'{reference.Node.Value}' has no kustomization.yaml");
        return null;
    }

    // The releases of kustomize up to now take Git and HTTP.
    private static string Remote(string path) => IsRegistry(path) ? $"'{path}' is in a registry, and kustomize takes nothing from one" : $"'{path}' is on another machine and is not fetched";

    private static bool IsRegistry(string path) => path.StartsWith("oci://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes note of what a path that cannot be followed would bring.</summary>
    private static void Lose(Layer layer, Reference reference)
    {
        if (reference.Field is "configMapGenerator" or "secretGenerator")
            layer.MayLack(GapKinds.Data);
        else if (reference is not { Field: "resources" or "bases", Kind: ReferenceKind.Remote } || !RemoteDefinitions.Are(reference.Path))
            layer.MayLack();
        else if (RemoteDefinitions.GroupsOf(reference.Path) is { } groups)
            layer.MayLackDefinitions(groups);
        else
            layer.MayLack(GapKinds.Definitions);
    }
}
