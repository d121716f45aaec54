using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Schemas;

namespace FluxLint.Fleet;

/// <summary>Finds what an entry point brings to its cluster.</summary>
internal sealed class ClusterBuilder(Repository repository, FluxRenderer renderer, SourceMap sources, ProvidedNames provides)
{
    private const int MaximumWalks = 6;

    private readonly DefinitionReader definitions = new();
    private readonly LocalCharts charts = new(repository);

    public Cluster Build(EntryPoint entry)
    {
        // A source or a variable may come to light after what needs it: then the walk is made again with what is known by now.
        var closure = Walk(entry, null);
        for (var walks = 1; !closure.IsSettled && walks < MaximumWalks; walks++)
            closure = Walk(entry, closure);
        var isUnknown = closure.IsCut
            || !closure.IsSettled
            || closure.Inventories.Any(inventory => inventory.State is not (InventoryState.Built or InventoryState.MissingArtifact) || inventory.Resources.Any(BringsUnknown));
        return new(entry, sources.HomeOf(entry.Directory), closure, provides, isUnknown, definitions, charts);
    }

    private Closure Walk(EntryPoint entry, Closure? previous)
    {
        var closure = new Closure(repository, renderer, sources, entry, previous);
        closure.Follow();
        return closure;
    }

    /// <summary>Whether a resource makes others that are not rendered.</summary>
    private static bool BringsUnknown(Resource resource) => resource.Id.Group == "argoproj.io";
}
