using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>Finds where clusters start when configuration does not say so.</summary>
internal sealed class EntryPoints(Repository repository, Renderer renderer, SourceMap sources)
{
    /// <summary>
    /// The paths that bootstrap manifests (<c>gotk-sync.yaml</c>, FluxInstances, a Kustomization that applies the very
    /// directory it is in) sync once they are rendered; without any, the top-most directories under <c>clusters/</c> that hold manifests; without those, every kustomization that no
    /// other includes. In ordinal order of directories.
    /// </summary>
    public IEnumerable<EntryPoint> Discover(CancellationToken cancellation)
    {
        var roots = Roots(renderer.Graph).ToList();
        var synced = Rendered(roots, cancellation).Concat(Unrendered()).ToList();
        if (synced.Count > 0)
            return synced.GroupBy(entry => entry.Directory, StringComparer.Ordinal).OrderBy(entries => entries.Key, StringComparer.Ordinal).Select(entries => entries.First());
        var conventional = UnderClusters().ToList();
        return (conventional.Count > 0 ? conventional : roots).Order(StringComparer.Ordinal).Select(directory => new EntryPoint(directory, Class: null, Bootstrap: []));
    }

    /// <summary>What the kustomizations that nothing includes sync: a cluster may patch the path that its bootstrap has.</summary>
    private IEnumerable<EntryPoint> Rendered(IEnumerable<string> roots, CancellationToken cancellation)
    {
        foreach (var directory in roots)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var entry in Synced(renderer.Render(directory).Resources, directory))
                yield return entry;
        }
    }

    /// <summary>What files sync that no kustomization includes.</summary>
    private IEnumerable<EntryPoint> Unrendered()
    {
        var included = renderer.Graph.Directories
            .SelectMany(directory => renderer.Graph.References(directory))
            .Select(reference => reference.Path)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var file in repository.YamlFiles.Where(file => !included.Contains(file)))
        {
            if (repository.Tree(file) is not { } tree || !(IsSync(file) || tree.Source.Text.Contains("FluxInstance", StringComparison.Ordinal)))
                continue;
            var resources = tree.Documents.Select(document => document.Expanded).OfType<YamlMapping>().Select(Resource.Of).ToImmutableArray();
            foreach (var entry in Synced(resources, directory: null))
                yield return entry;
        }
    }

    /// <summary>The entry points that some resources sync, with the sources beside them.</summary>
    private IEnumerable<EntryPoint> Synced(ImmutableArray<Resource> resources, string? directory) =>
        from resource in resources
        let path = SyncPath(resource, directory)
        where path is not null && repository.DirectoryExists(path)
        select new EntryPoint(path, Class: null, [resource, .. resources.Where(other => other.Id.Group == SourceReference.Group)]);

    private string? SyncPath(Resource resource, string? directory)
    {
        var written = resource.Id switch
        {
            { Group: FluxKustomization.Group, Kind: "Kustomization" } => resource.Root.At("spec", "path"),
            { Group: "fluxcd.controlplane.io", Kind: "FluxInstance" } => resource.Root.At("spec", "sync", "path"),
            _ => null,
        };
        if (written is not YamlScalar { IsNull: false } scalar)
            return null;
        var path = SourceMap.Combine(sources.HomeOf(resource.Path), scalar.Value);
        return resource.Id.Kind == "FluxInstance" || IsSync(resource.Path) || path == directory ? path : null;
    }

    private static bool IsSync(string file) => RepositoryPath.FileName(file) == "gotk-sync.yaml";

    private IEnumerable<string> UnderClusters()
    {
        var found = new List<string>();
        var candidates = repository.YamlFiles
            .Where(file => file.StartsWith("clusters/", StringComparison.Ordinal) && IsEntry(file))
            .Select(RepositoryPath.Parent)
            .Distinct()
            .OrderBy(directory => directory.Length);
        foreach (var directory in candidates)
        {
            if (directory != "clusters" && !found.Exists(parent => RepositoryPath.IsWithin(parent, directory)))
                found.Add(directory);
        }
        return found;
    }

    private bool IsEntry(string file) =>
        Repository.IsKustomizationFile(file)
        || (repository.Tree(file)?.Documents.Any(document => document.Expanded is YamlMapping root && ResourceId.Of(root) is { Group: FluxKustomization.Group }) ?? false);

    private static IEnumerable<string> Roots(KustomizationGraph graph)
    {
        var included = graph.Directories
            .SelectMany(directory => graph.References(directory))
            .Where(reference => reference.Kind == ReferenceKind.Directory)
            .Select(reference => reference.Path)
            .ToHashSet(StringComparer.Ordinal);
        return graph.Directories.Where(directory => !included.Contains(directory) && !graph.IsComponent(directory));
    }
}
