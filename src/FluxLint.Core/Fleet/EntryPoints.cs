using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>Finds where clusters start when configuration does not say so.</summary>
internal static class EntryPoints
{
    /// <summary>
    /// The paths that bootstrap manifests (<c>gotk-sync.yaml</c>, FluxInstances, a Kustomization that applies the very
    /// directory it is in) sync once they are rendered; without any, the top-most directories under <c>clusters/</c> that hold manifests; without those, every kustomization that no
    /// other includes.
    /// </summary>
    public static IEnumerable<string> Discover(Repository repository, Renderer renderer)
    {
        var roots = Roots(renderer.Graph).ToList();
        var synced = Rendered(repository, renderer, roots).Concat(Unrendered(repository, renderer)).ToSortedSet();
        if (synced.Count > 0)
            return synced;
        var conventional = UnderClusters(repository).ToSortedSet();
        return conventional.Count > 0 ? conventional : roots.ToSortedSet();
    }

    private static SortedSet<string> ToSortedSet(this IEnumerable<string> paths) => new(paths, StringComparer.Ordinal);

    /// <summary>What the kustomizations that nothing includes sync: a cluster may patch the path that its bootstrap has.</summary>
    private static IEnumerable<string> Rendered(Repository repository, Renderer renderer, IEnumerable<string> roots) =>
        from directory in roots
        from resource in renderer.Render(directory).Resources
        let path = SyncPath(resource.Id, resource.Root, resource.Path, directory)
        where path is not null && repository.DirectoryExists(path)
        select path;

    /// <summary>What files sync that no kustomization includes.</summary>
    private static IEnumerable<string> Unrendered(Repository repository, Renderer renderer)
    {
        var included = renderer.Graph.Directories
            .SelectMany(directory => renderer.Graph.References(directory))
            .Select(reference => reference.Path)
            .ToHashSet(StringComparer.Ordinal);
        return
            from file in repository.YamlFiles
            where !included.Contains(file)
            let tree = repository.Tree(file)
            where tree is not null && (IsSync(file) || tree.Source.Text.Contains("FluxInstance", StringComparison.Ordinal))
            from root in tree.Documents.Select(document => document.Expanded).OfType<YamlMapping>()
            let path = SyncPath(ResourceId.Of(root), root, file, directory: null)
            where path is not null && repository.DirectoryExists(path)
            select path;
    }

    private static string? SyncPath(ResourceId id, YamlMapping root, string file, string? directory)
    {
        var written = id switch
        {
            { Group: FluxKustomization.Group, Kind: "Kustomization" } => root.At("spec", "path"),
            { Group: "fluxcd.controlplane.io", Kind: "FluxInstance" } => root.At("spec", "sync", "path"),
            _ => null,
        };
        if (written is not YamlScalar { IsNull: false } scalar || RepositoryPath.Normalize(scalar.Value.TrimStart('/')) is not { } path)
            return null;
        return id.Kind == "FluxInstance" || IsSync(file) || path == directory ? path : null;
    }

    private static bool IsSync(string file) => RepositoryPath.FileName(file) == "gotk-sync.yaml";

    private static IEnumerable<string> UnderClusters(Repository repository)
    {
        var found = new List<string>();
        var candidates = repository.YamlFiles
            .Where(file => file.StartsWith("clusters/", StringComparison.Ordinal) && IsEntry(repository, file))
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

    private static bool IsEntry(Repository repository, string file) =>
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
