using System.Collections.Concurrent;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>
/// What is made of resources and nothing else, each once for the same instances. It holds for every state of a repository, so that
/// the compilations before and after an edit share it. Safe on many threads.
/// </summary>
/// <param name="most">The most objects that a run may make.</param>
internal sealed class FluxResults(long most = RunBudget.Most)
{
    private readonly ConcurrentDictionary<OutputKey, FluxOutput> outputs = new();
    private readonly ConcurrentDictionary<LabelledKey, Resource> labelled = new();

    /// <summary>Counts the objects that were made.</summary>
    public MadeObjects Made { get; } = new(most);

    /// <summary>Fills in variables.</summary>
    public Substituter Substituter { get; } = new();

    /// <summary>Makes what FluxInstances bring.</summary>
    public InstanceExpander Instances { get; } = new();

    /// <summary>Makes the FluxInstances of the chart that is one.</summary>
    public InstanceCharts InstanceCharts { get; } = new();

    /// <summary>Makes the objects of ResourceSets.</summary>
    public ResourceSetExpander ResourceSets { get; } = new();

    /// <summary>The output that all clusters with equal inputs share.</summary>
    public FluxOutput Share(OutputKey key) => outputs.GetOrAdd(key, static made => new(made.Rendering, made.Resources, made.Substitutions));

    /// <summary>A resource with common metadata.</summary>
    public Resource Label(Resource resource, YamlMapping common) =>
        labelled.GetOrAdd(new(resource.Root, common), static (key, resource) => CommonMetadata.Apply(resource, key.Common), resource);

    private sealed record LabelledKey(YamlMapping Root, YamlMapping Common);
}
