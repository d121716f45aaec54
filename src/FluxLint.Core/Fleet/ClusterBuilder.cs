using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;
using FluxLint.Schemas;

namespace FluxLint.Fleet;

/// <summary>Finds what an entry point brings to its cluster.</summary>
internal sealed class ClusterBuilder(Repository repository, FluxRenderer renderer, DefinitionReader definitions, FleetDeclaration declaration, RunBudget budget)
{
    private const int MaximumWalks = 6;

    private readonly SourceMap sources = new(declaration.Sources);
    private readonly ArtifactReader artifacts = new();

    public Cluster Build(EntryPoint entry, CancellationToken cancellation)
    {
        var reads = new FileReads();
        var considered = new HashSet<Rendering>(ReferenceEqualityComparer.Instance);
        // A source or a variable may come to light after what needs it: then the walk is made again with what is known by now.
        var closure = Walk(entry, null, reads, considered, cancellation);
        for (var walks = 1; !closure.IsSettled && walks < MaximumWalks; walks++)
            closure = Walk(entry, closure, reads, considered, cancellation);
        var isUnknown = entry.Evidence.IsGuess || closure.IsCut || !closure.IsSettled || closure.Inventories.Any(inventory => inventory.Resources.Any(BringsUnknown));
        return new(entry, closure, declaration, isUnknown, definitions, reads, [.. considered]);
    }

    private Closure Walk(EntryPoint entry, Closure? previous, FileReads reads, HashSet<Rendering> considered, CancellationToken cancellation)
    {
        var closure = new Closure(repository.Noting(reads), renderer, budget, sources, artifacts, entry, previous);
        closure.Follow(cancellation);
        considered.UnionWith(closure.Considered);
        return closure;
    }

    /// <summary>Whether a resource makes others that are not rendered.</summary>
    private static bool BringsUnknown(Resource resource) => resource.Id.Group == "argoproj.io";
}
