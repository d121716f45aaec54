using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>Finds the directories of the repository that the paths of a cluster's Kustomizations are.</summary>
/// <param name="repository">The repository.</param>
/// <param name="sources">The repositories in it.</param>
/// <param name="artifactReader">What tells which files sources have of them.</param>
/// <param name="objects">The objects of the cluster.</param>
/// <param name="entry">Where the cluster starts.</param>
internal sealed class SourceLocator(Repository repository, SourceMap sources, ArtifactReader artifactReader, KnownObjects objects, EntryPoint entry)
{
    private readonly Dictionary<ObjectKey, (Resource Declared, SourceArtifact? Artifact)> artifacts = [];

    /// <summary>The source that the cluster takes its entry point from; null until it is known.</summary>
    public SourceReference? Home { get; set; }

    private string HomeRoot => entry.Home;

    /// <summary>Whether a Kustomization has the path of the entry point, or should have it, so that it is what applies it.</summary>
    public bool AppliesEntry(FluxKustomization kustomization) =>
        !kustomization.IsRemote && (PathIn(HomeRoot, kustomization) == entry.Directory || (kustomization.IsOfBootstrap && kustomization.Resource.Path == entry.CopiedManifest));

    /// <summary>The directory that a Kustomization builds; with another state than <see cref="InventoryState.Built"/> there is none, or it is not there.</summary>
    /// <param name="kustomization">The Kustomization.</param>
    /// <param name="isGenerated">Whether a FluxInstance makes it: it names its source alike, whatever repository it syncs.</param>
    public (InventoryState State, string? Directory) Locate(FluxKustomization kustomization, bool isGenerated)
    {
        var (state, root) = Root(kustomization);
        if (root is null)
            return (state, null);
        if (kustomization.Path?.Value.HasVariable() == true)
            return (InventoryState.Unknown, null);
        var directory = PathIn(root, kustomization);
        // A source that nothing declares may be any repository: only a path that is there tells that it is this one.
        var artifact = Artifact(kustomization);
        if (artifact?.IsBrought(directory) == true)
            return (InventoryState.Unknown, null);
        if (repository.DirectoryExists(directory))
            return (artifact is null || repository.Within(artifact).DirectoryExists(directory) ? InventoryState.Built : InventoryState.MissingPath, directory);
        return isGenerated ? (InventoryState.Elsewhere, null) : (state == InventoryState.Built ? StateOfMissing(kustomization) : state, directory);
    }

    /// <summary>What the source of a Kustomization has of the repository; null where it has all, or where that is not known.</summary>
    public SourceArtifact? Artifact(FluxKustomization kustomization)
    {
        if (Origin(kustomization) is not { Kind: not null, Name.Value: { } name } source || name.HasVariable() || objects.Ask(source.Key) is not { } declared)
            return null;
        if (artifacts.TryGetValue(source.Key, out var known) && ReferenceEquals(known.Declared.Root, declared.Root))
            return known.Artifact;
        var artifact = FluxObject.Of(declared) is Source found && !IsOtherState(declared) && Root(source.Key) is (InventoryState.Built, { } root) ? artifactReader.Read(repository, found, root) : null;
        artifacts[source.Key] = (declared, artifact);
        return artifact;
    }

    /// <summary>What the source of the Kustomization that applies the entry point has; null also where it lacks the entry point, which is applied in truth.</summary>
    public SourceArtifact? ArtifactOfEntry(FluxKustomization kustomization) =>
        Artifact(kustomization) is { } artifact && repository.Within(artifact).DirectoryExists(entry.Directory) ? artifact : null;

    /// <summary>The source that the files of a Kustomization come from in the end; null where they come from several.</summary>
    private SourceReference? Origin(FluxKustomization kustomization)
    {
        if (SourceReference.Of(kustomization.Resource) is not { Kind: ExternalArtifact.Kind, Name.Value: { } name } artifact)
            return SourceReference.Of(kustomization.Resource);
        return objects.Ask(KeyOf(ExternalArtifact.Kind, artifact.Namespace, name)) is { } maker && FluxObject.Of(maker) is ArtifactGenerator generator
            ? ArtifactLayout.Of(generator, name)?.Source
            : null;
    }

    /// <summary>The directories of the repository that sources are: those that are declared, and the one that the entry point is applied from.</summary>
    public Dictionary<ObjectKey, string> Roots(IEnumerable<Resource> resources)
    {
        var roots = new Dictionary<ObjectKey, string>();
        foreach (var source in resources.Where(resource => resource.Id is { Group: SourceReference.Group, Kind: "GitRepository" or "OCIRepository" or "Bucket" }).Select(resource => resource.Key))
        {
            if (Root(source) is (InventoryState.Built, { } root))
                roots.TryAdd(source, root);
        }
        roots.TryAdd(Home?.Key ?? KeyOf("GitRepository", WellKnownNamespaces.FluxSystem, WellKnownNamespaces.FluxSystem), HomeRoot);
        return roots;
    }

    /// <summary>The directory that the source of a Kustomization is; <see cref="InventoryState.Built"/> where that is certain.</summary>
    private (InventoryState State, string? Root) Root(FluxKustomization kustomization) =>
        SourceReference.Of(kustomization.Resource) is { Kind: ExternalArtifact.Kind, Name.Value: { } name } artifact
            ? Root(artifact, name, PathIn("", kustomization))
            : Root(SourceReference.Of(kustomization.Resource));

    /// <summary>The directory that an artifact has the layout of, when it has the whole of a path in it.</summary>
    private (InventoryState State, string? Root) Root(SourceReference artifact, string name, string path)
    {
        if (objects.Ask(KeyOf(ExternalArtifact.Kind, artifact.Namespace, name)) is not { } maker)
            return (MayHaveArtifact(name) ? InventoryState.Unknown : InventoryState.MissingArtifact, null);
        if (FluxObject.Of(maker) is not ArtifactGenerator generator || ArtifactLayout.Of(generator, name) is not { } layout)
            return (InventoryState.Unknown, null);
        var (state, source) = Root(layout.Source);
        if (source is null)
            return (state, source);
        return layout.Contains(path) switch
        {
            true => (state, SourceMap.Combine(source, layout.Root)),
            false => (InventoryState.MissingPath, null),
            null => (InventoryState.Unknown, null),
        };
    }

    /// <summary>Whether an artifact that no generator makes by its name may come from elsewhere: generators are not the only ones to make artifacts.</summary>
    private bool MayHaveArtifact(string name)
    {
        var generators = objects.Generators.ToList();
        return generators.Count == 0 || generators.Exists(generator => generator.HasUnknownNames) || name.HasVariable();
    }

    private (InventoryState State, string? Root) Root(SourceReference? source) =>
        source is { Kind: not null and not ExternalArtifact.Kind, Name.Value: { } name } && !name.HasVariable() ? Root(source.Key) : (InventoryState.Unknown, null);

    private (InventoryState State, string? Root) Root(ObjectKey source)
    {
        if (objects.Ask(source) is { } declared)
        {
            if (Url(declared) is { } url && sources.Find(url) is { } mapped)
                return (InventoryState.Built, mapped);
            return IsHome(source, declared) ? (InventoryState.Built, HomeRoot) : (InventoryState.Elsewhere, null);
        }
        // Bootstrap and cloud extensions make the source of the cluster itself outside of Git.
        return (IsHomeName(source) ? InventoryState.Built : InventoryState.Unknown, HomeRoot);
    }

    /// <summary>Whether a source is the repository that the entry point is in: it applies the entry point, has the name that bootstrap gives, or the URL of one that does.</summary>
    private bool IsHome(ObjectKey source, Resource declared)
    {
        if (IsHomeName(source))
            return true;
        if (Url(declared) is not { } url)
            return false;
        return Main(source.Kind) is { } main && Url(main) is { } known && SourceUrl.AreSame(url, known);
    }

    /// <summary>The source that the entry point is in, where the cluster declares it.</summary>
    private Resource? Main(string kind) => objects.Ask(Home is { Kind: not null, Name: not null } home ? home.Key : KeyOf(kind, WellKnownNamespaces.FluxSystem, WellKnownNamespaces.FluxSystem));

    /// <summary>
    /// What the absence of a path tells: nothing where the source may hold other files than the repository at hand, because it is
    /// another branch of it or includes other repositories.
    /// </summary>
    private InventoryState StateOfMissing(FluxKustomization kustomization)
    {
        if (kustomization.Source is not { Kind: not null, Name: not null } source || objects.Ask(source.Key) is not { } declared)
            return InventoryState.MissingPath;
        return IsOtherState(declared) || declared.Root.At("spec", "include") is not null ? InventoryState.Unknown : InventoryState.MissingPath;
    }

    /// <summary>Whether a source takes another branch or tag of the repository that the entry point is in.</summary>
    private bool IsOtherState(Resource declared) => Main(declared.Id.Kind) is { } main
        && Url(main) is { } known && Url(declared) is { } url && SourceUrl.AreSame(url, known)
        && !YamlNode.DataEquals(declared.Root.At("spec", "ref"), main.Root.At("spec", "ref"));

    private bool IsHomeName(ObjectKey source) => Home is { } home ? source == home.Key : source.Name == WellKnownNamespaces.FluxSystem;

    private static ObjectKey KeyOf(string kind, string @namespace, string name) => new(SourceReference.Group, kind, @namespace, name);

    private static string? Url(Resource source) => source.Root.Mapping("spec")?.Text("url");

    /// <summary>The directory that the path of a Kustomization names below the root of its source.</summary>
    private static string PathIn(string root, FluxKustomization kustomization) => SourceMap.Combine(root, kustomization.Path?.Value ?? "");
}
