using System.Collections.Concurrent;
using FluxLint.Files;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;

namespace FluxLint.Flux;

/// <summary>
/// Builds the paths of Flux Kustomizations as kustomize-controller does: it generates a kustomization where the path has
/// none, and writes the object's own transformations into it. A path with the same inputs is built once.
/// </summary>
internal sealed class FluxRenderer
{
    private readonly Repository repository;
    private readonly Renderer renderer;
    private readonly FluxResults results;
    private readonly FluxRenderer? usual;
    private readonly ConcurrentDictionary<VersionedBuild, Lazy<Rendering>> renderings;
    private readonly ConcurrentDictionary<string, Lazy<GeneratedKustomization>> generated;
    private readonly ConcurrentDictionary<SourceArtifact, ArtifactView> views = new();
    private readonly ConcurrentDictionary<KustomizeVersion, FluxRenderer> others = new();

    /// <summary>Makes a renderer that has built nothing yet.</summary>
    public FluxRenderer(Repository repository, Renderer renderer)
        : this(repository, renderer, new FluxResults())
    {
    }

    /// <summary>Makes a renderer that has built nothing yet, and shares what does not depend on files.</summary>
    internal FluxRenderer(Repository repository, Renderer renderer, FluxResults results)
        : this(repository, renderer, results, [], new(StringComparer.Ordinal), usual: null)
    {
    }

    private FluxRenderer(
        Repository repository,
        Renderer renderer,
        FluxResults results,
        ConcurrentDictionary<VersionedBuild, Lazy<Rendering>> renderings,
        ConcurrentDictionary<string, Lazy<GeneratedKustomization>> generated,
        FluxRenderer? usual)
    {
        this.repository = repository;
        this.renderer = renderer;
        this.results = results;
        this.renderings = renderings;
        this.generated = generated;
        this.usual = usual;
    }

    /// <summary>Makes what FluxInstances bring.</summary>
    internal InstanceExpander Instances => results.Instances;

    /// <summary>Makes the FluxInstances of the chart that is one.</summary>
    internal InstanceCharts InstanceCharts => results.InstanceCharts;

    /// <summary>Makes the objects of ResourceSets.</summary>
    internal ResourceSetExpander ResourceSets => results.ResourceSets;

    /// <summary>Counts the objects that were made.</summary>
    internal MadeObjects Made => results.Made;

    /// <summary>What builds kustomizations.</summary>
    internal Renderer Renderer => renderer;

    /// <summary>The renderer of the repository after an edit, which keeps what is as it would be made again.</summary>
    internal FluxRenderer With(Repository edited, Renderer editedRenderer, KeptRenderings kept, FileChanges changes) => new(
        edited,
        editedRenderer,
        results,
        new(renderings.Where(made => made.Value.IsValueCreated && kept.Contains(made.Value.Value))),
        new(generated.Where(made => made.Value.IsValueCreated && !made.Value.Value.Reads.AreTouchedBy(changes)), StringComparer.Ordinal),
        usual: null);

    /// <summary>What builds as another version of kustomize does.</summary>
    internal FluxRenderer At(KustomizeVersion version) =>
        version == renderer.Version ? this : others.GetOrAdd(version, static (key, made) => new(made.repository, made.renderer.At(key), made.results, made.renderings, made.generated, made), this);

    /// <summary>Builds a directory that a cluster starts from.</summary>
    public FluxOutput Render(string directory)
    {
        var rendering = Render(new FluxBuild(directory));
        return results.Share(new(rendering, rendering.Resources, []));
    }

    /// <summary>Builds a directory that a cluster starts from, with variables that whatever applies it fills in.</summary>
    public FluxOutput Render(string directory, SubstitutionVariables variables)
    {
        var rendering = Render(new FluxBuild(directory));
        var substituted = BuildSubstitution.Apply(results.Substituter, rendering.Resources, variables);
        return results.Share(new(rendering, substituted.Resources, []));
    }

    /// <summary>Builds the path of a Flux Kustomization as its <c>spec</c> asks for.</summary>
    /// <param name="kustomization">The Kustomization.</param>
    /// <param name="directory">Its path, from the repository root.</param>
    /// <param name="variables">What its <c>postBuild</c> substitutes.</param>
    /// <param name="artifact">What its source has of the repository; null for all.</param>
    public FluxOutput Apply(FluxKustomization kustomization, string directory, SubstitutionVariables variables, SourceArtifact? artifact)
    {
        var build = FluxBuild.Of(kustomization, directory);
        var rendering = Render(build, artifact);
        var substituted = BuildSubstitution.Apply(results.Substituter, rendering.Resources, variables);
        var resources = substituted.Resources;
        if (kustomization.CommonMetadata is { } common)
            resources = [.. resources.Select(resource => results.Label(resource, common))];
        return results.Share(new(rendering, resources, substituted.Results));
    }

    private ArtifactView? View(SourceArtifact? artifact) =>
        artifact is null ? null : views.GetOrAdd(artifact, static (key, made) => new(made.repository, made.renderer, made.results, key), this);

    private Rendering Render(FluxBuild build, SourceArtifact? artifact = null) =>
        usual?.Render(build, artifact) is { IsVersioned: false } same ? same : (View(artifact)?.Find(build) ?? this).Make(build);

    private Rendering Make(FluxBuild build) => renderings.GetOrAdd(new(build, renderer.Version), key => new(() => Build(key.Build))).Value;

    private Rendering Build(FluxBuild build)
    {
        var own = renderer.Graph.Kustomization(build.Directory);
        if (own is null && repository.KustomizationFile(build.Directory) is not null)
            return renderer.Render(build.Directory);
        var reads = new FileReads();
        var kustomization = own ?? Generated(build.Directory, reads);
        var root = build.Apply(kustomization.Root, repository.Noting(reads));
        return own is not null && ReferenceEquals(root, own.Root)
            ? renderer.Render(build.Directory)
            : renderer.Render(Kustomization.Of(build.Directory, kustomization.Tree, root), reads, hasGaps: own is null && repository.IsBrought(build.Directory));
    }

    private Kustomization Generated(string directory, FileReads reads)
    {
        var made = generated.GetOrAdd(directory, path => new(() => GeneratedKustomization.Of(path, repository, renderer.Graph))).Value;
        reads.Add(made.Reads);
        return made.Kustomization;
    }

    private readonly record struct VersionedBuild(FluxBuild Build, KustomizeVersion Version);
}
