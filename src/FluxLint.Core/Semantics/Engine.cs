using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;

namespace FluxLint.Semantics;

/// <summary>What builds the directories of a repository.</summary>
internal sealed record Engine(KustomizationGraph Graph, Renderer Renderer, FluxRenderer Flux)
{
    public static Engine Of(Repository repository, KustomizeVersion version, long most, CancellationToken cancellation)
    {
        var graph = KustomizationGraph.Load(repository, cancellation);
        var renderer = new Renderer(repository, graph, version);
        return new(graph, renderer, new(repository, renderer, new FluxResults(most)));
    }

    /// <summary>The engine of the repository after an edit, and the renderings that it keeps.</summary>
    public (Engine Engine, KeptRenderings Kept) With(Repository edited, FileChanges changes)
    {
        var graph = Graph.With(edited, changes);
        var kept = new KeptRenderings(Graph, graph, changes);
        var renderer = Renderer.With(edited, graph, kept);
        return (new(graph, renderer, Flux.With(edited, renderer, kept, changes)), kept);
    }
}
