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
    private readonly ClusterParts parts = new(definitions);

    public Cluster Build(EntryPoint entry, CancellationToken cancellation)
    {
        var reads = new FileReads();
        var considered = new HashSet<Rendering>(ReferenceEqualityComparer.Instance);
        var cluster = Build(entry, renderer, reads, considered, cancellation);
        // Which Flux builds is among what it builds. Hardly anything comes out differently, and then it is not built again.
        return considered.Any(rendering => rendering.IsVersioned) && cluster.Release is { } flux && KustomizeVersion.OfFlux(flux.Version) is var version && version != renderer.Renderer.Version
            ? Build(entry, renderer.At(version), reads, considered, cancellation)
            : cluster;
    }

    private Cluster Build(EntryPoint entry, FluxRenderer builds, FileReads reads, HashSet<Rendering> considered, CancellationToken cancellation)
    {
        // A source or a variable may come to light after what needs it: then the walk is made again with what is known by now.
        var closure = Walk(entry, builds, null, reads, considered, cancellation);
        for (var walks = 1; !closure.IsSettled && walks < MaximumWalks; walks++)
            closure = Walk(entry, builds, closure, reads, considered, cancellation);
        var isUnknown = entry.Evidence.IsGuess || closure.IsCut || !closure.IsSettled || closure.Inventories.Any(inventory => inventory.Resources.Any(BringsUnknown));
        return new(entry, closure, declaration, isUnknown, parts, reads, [.. considered]);
    }

    private Closure Walk(EntryPoint entry, FluxRenderer builds, Closure? previous, FileReads reads, HashSet<Rendering> considered, CancellationToken cancellation)
    {
        var closure = new Closure(repository.Noting(reads), builds, budget, sources, artifacts, entry, previous);
        closure.Follow(cancellation);
        considered.UnionWith(closure.Considered);
        return closure;
    }

    /// <summary>Whether a resource makes others that are not rendered.</summary>
    private static bool BringsUnknown(Resource resource) => resource.Id.Group == "argoproj.io";
}
