using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>
/// Finds where clusters start: at what bootstrap manifests sync, at what lies below <c>clusters/</c> beside that, at the directories that
/// configuration names, and where none of these is, at Flux Kustomizations that nothing applies or at the root of the repository. A directory
/// that merely builds is no cluster, and neither is one that a Flux Kustomization applies.
/// </summary>
internal sealed class EntryPoints
{
    private readonly Repository repository;
    private readonly FluxRenderer renderer;
    private readonly RunBudget budget;
    private readonly SourceMap sources;
    private readonly SourceHome homes;
    private readonly SyncedStarts syncs;
    private readonly AppliedPaths applied;
    private readonly IncludedPaths included;
    private readonly List<EntryPoint> synced = [];
    private readonly List<string> kustomizationFiles = [];

    public EntryPoints(Repository repository, FluxRenderer renderer, SourceMap sources, RunBudget budget)
    {
        this.budget = budget;
        this.repository = repository;
        this.renderer = renderer;
        this.sources = sources;
        homes = new(repository, sources);
        syncs = new(repository, homes, renderer.InstanceCharts);
        applied = new(homes);
        included = new(Graph);
    }

    private KustomizationGraph Graph => renderer.Renderer.Graph;

    /// <summary>The entry points in ordinal order of their directories, each directory once.</summary>
    /// <param name="classes">The classes of configuration: they say what a cluster is, and name directories that nothing else tells of.</param>
    /// <param name="cancellation">Stops the work between two directories.</param>
    public Discovery Discover(ImmutableArray<ClusterClass> classes, CancellationToken cancellation)
    {
        Look(cancellation);
        foreach (var copy in CopiedSync.Among(synced).ToList())
            synced.Add(new(copy.Directory, homes.Mapped(copy.Directory), new(StartKind.BootstrapSync, copy.Path)) { CopiedManifest = copy.Manifest, SyncedFrom = copy.Directory });
        // A cluster may patch the path that its bootstrap has, and the first to tell of a directory tells most.
        var found = synced
            .Where(entry => entry.Evidence.Kind != StartKind.AppliesItself || !IsPartOfAnother(entry.Directory))
            .OrderBy(entry => entry.Evidence.Kind)
            .ThenByDescending(entry => entry.IsSyncedFromWithin)
            .DistinctBy(entry => entry.Directory, StringComparer.Ordinal)
            .ToDictionary(entry => entry.Directory, StringComparer.Ordinal);
        if (!classes.IsEmpty)
        {
            foreach (var directory in repository.Directories.Where(directory => !found.ContainsKey(directory) && classes.Any(candidate => candidate.Claims(directory))))
                Add(directory, new(StartKind.Configured));
        }
        var certain = found.Keys.ToList();
        foreach (var directory in ConventionalStarts.Among(Candidates().Where(directory => !included.Contains(directory) && !applied.Cover(directory)), certain))
            Add(directory, new(StartKind.Convention));
        if (classes.IsEmpty)
            Guess();
        var early = new OtherSetup(repository, Graph, path => IsOfFlux(path, found)).Among(found.Keys);
        var entries = found.Values.Select(entry => (Entry: entry, Class: classes.FirstOrDefault(candidate => candidate.Claims(entry.Directory))))
            .Select(claimed => claimed.Entry with { Class = claimed.Class, Variables = claimed.Class?.VariablesOf(claimed.Entry.Directory), Early = early(claimed.Entry.Directory) });
        return new([.. entries.OrderBy(entry => entry.Directory, StringComparer.Ordinal)], found.Count == 0 ? [.. Likely()] : []);

        void Add(string directory, StartEvidence evidence) => found.TryAdd(directory, new(directory, sources.HomeOf(directory), evidence));

        void Guess()
        {
            var unapplied = new UnappliedStarts(repository, Graph, included, applied);
            foreach (var directory in unapplied.Among(kustomizationFiles, found.Keys).ToList().Where(directory => certain.Count == 0 && found.Count == 0 || AppliesMore(directory)))
                Add(directory, new(StartKind.Unapplied));
            if (found.Count == 0 && Graph.Kustomization("") is { IsComponent: false })
                Add("", new(StartKind.RepositoryRoot));
        }
    }

    /// <summary>Looks once at every build that nothing includes, and at every file that no build takes.</summary>
    private void Look(CancellationToken cancellation)
    {
        var builds = included.Roots.ToArray();
        var built = new ImmutableArray<Resource>[builds.Length];
        budget.Build(builds, Graph.PlaceOf, i => built[i] = Build(builds[i]), cancellation);
        for (var i = 0; i < builds.Length; i++)
            Look(built[i].IsDefault ? [] : built[i], builds[i]);
        foreach (var file in repository.YamlFiles)
        {
            if (repository.Tree(file) is not { } tree || Repository.IsKustomizationFile(file))
                continue;
            var text = tree.Source.Text;
            var isOfFlux = text.Contains("fluxcd", StringComparison.Ordinal);
            if (!isOfFlux && !text.Contains("instance:", StringComparison.Ordinal))
                continue;
            var roots = tree.Documents.Select(document => document.Expanded).OfType<YamlMapping>().ToList();
            synced.AddRange(roots.SelectMany(root => OtherSetup.ValuesIn(file, root).Prepend(root)).Select(syncs.InValues).OfType<EntryPoint>());
            if (!isOfFlux)
                continue;
            var resources = roots.Select(Resource.Of).ToImmutableArray();
            foreach (var resource in resources)
                applied.Add(resource);
            if (resources.Any(IsWhole) && !roots.Exists(root => root.Contains("sops")))
                kustomizationFiles.Add(file);
            synced.AddRange(syncs.Among([.. roots.SelectMany(TalosConfiguration.InlineManifestsOf)], RepositoryPath.Parent(file)));
            if (!included.Contains(file))
                synced.AddRange(syncs.Among(resources, RepositoryPath.Parent(file)));
        }
    }

    /// <summary>Whether Flux applies a file or directory, or a build that it is part of.</summary>
    private bool IsOfFlux(string path, Dictionary<string, EntryPoint> clusters)
    {
        foreach (var root in included.RootsOf(path))
        {
            var directory = Graph.Kustomization(root) is null ? RepositoryPath.Parent(root) : root;
            if (clusters.ContainsKey(directory) || applied.Cover(directory) || IsWithinWhole(directory))
                return true;
        }
        return false;

        // Without a kustomization of its own, a cluster has all that lies below.
        bool IsWithinWhole(string directory)
        {
            while (directory.Length > 0 && !(clusters.ContainsKey(directory) && Graph.Kustomization(directory) is null))
                directory = RepositoryPath.Parent(directory);
            return directory.Length > 0;
        }
    }

    private ImmutableArray<Resource> Build(string directory)
    {
        var rendering = renderer.Renderer.Render(directory);
        budget.Take(rendering);
        return rendering.Resources;
    }

    /// <summary>Whether a directory that applies itself is included by another, or applied by something outside of it as well. A cluster may apply what leads back to it.</summary>
    private bool IsPartOfAnother(string directory) =>
        !ConventionalStarts.IsBelow(directory) && (included.Contains(directory) || applied.Cover(directory, except: directory));

    private void Look(ImmutableArray<Resource> resources, string directory)
    {
        synced.AddRange(syncs.Among(resources, directory));
        foreach (var resource in resources)
            applied.Add(resource);
    }

    /// <summary>The builds that nothing includes: first those with objects of Flux.</summary>
    private IEnumerable<string> Likely() => included.Roots
        .Where(directory => !applied.Cover(directory))
        .OrderByDescending(directory => renderer.Renderer.Render(directory).Resources.Any(resource => FluxObject.Of(resource) is not null))
        .ThenBy(directory => directory, StringComparer.Ordinal);

    /// <summary>The directories that a cluster may start from, by what lies in them.</summary>
    private IEnumerable<string> Candidates() => Graph.Directories.Concat(kustomizationFiles.Select(RepositoryPath.Parent)).Distinct(StringComparer.Ordinal);

    /// <summary>Whether what a directory applies applies more: a tree of Kustomizations is a cluster, and a single one is left over.</summary>
    private bool AppliesMore(string directory) =>
        renderer.Render(directory).Objects.OfType<FluxKustomization>().Any(kustomization =>
            kustomization.Path is { } path
            && SourceMap.Combine(sources.HomeOf(directory), path.Value) is { Length: > 0 } target
            && kustomizationFiles.Exists(file => RepositoryPath.IsWithin(target, file)));

    /// <summary>Whether an object is a whole Kustomization: a patch of one names no path, and a template has gaps in its name.</summary>
    private static bool IsWhole(Resource resource) =>
        resource.Id is { Group: FluxKustomization.Group, Kind: "Kustomization", Name.Length: > 0 }
        && !resource.Id.Name.Contains('{')
        && resource.Root.At("spec", "path") is YamlScalar;
}
