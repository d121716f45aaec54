using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>
/// The directories that bootstrap manifests sync: <c>gotk-sync.yaml</c>, FluxInstances and the chart that makes one, and Kustomizations
/// that apply the very directory that they are in.
/// </summary>
internal sealed class SyncedStarts(Repository repository, SourceHome homes, InstanceCharts charts)
{
    /// <summary>What some resources sync, with the sources beside them.</summary>
    /// <param name="resources">The resources.</param>
    /// <param name="directory">The directory that they are built from, or lie in.</param>
    public IEnumerable<EntryPoint> Among(ImmutableArray<Resource> resources, string directory)
    {
        foreach (var resource in resources)
        {
            if (Find(resource, resources, directory) is { } entry && repository.DirectoryExists(entry.Directory))
                yield return entry with { SyncedFrom = directory };
        }
    }

    /// <summary>What a file of values for the chart syncs; null when it is none.</summary>
    public EntryPoint? InValues(YamlMapping root)
    {
        if (root.Contains("apiVersion") || InstanceCharts.OfValues(root) is not { Sync: { Path: { } path } sync } instance)
            return null;
        var entry = AtSync(path, root.Source.Path, StartKind.InstanceValues) with { Instance = instance };
        return repository.DirectoryExists(entry.Directory) && sync.Kind is not null ? entry : null;
    }

    private EntryPoint? Find(Resource resource, ImmutableArray<Resource> resources, string directory)
    {
        switch (FluxObject.Of(resource))
        {
            case FluxKustomization { Path: { } path, IsOfBootstrap: true }:
                return AtSync(path, resource.Path, StartKind.BootstrapSync) with { Bootstrap = [resource, .. Sources(resources)] };
            case FluxKustomization { Path: { } path, IsRemote: false, SourceKind: not ExternalArtifact.Kind }:
                var own = At(path, homes.Mapped(resource.Path), StartKind.AppliesItself);
                return own.Directory == directory || (own.Directory.Length > 0 && RepositoryPath.IsWithin(own.Directory, directory))
                    ? own with { Bootstrap = [resource, .. Sources(resources)] }
                    : null;
            case FluxInstance { Sync.Path: { } path }:
                return AtSync(path, resource.Path, StartKind.Instance) with { Bootstrap = [resource, .. Sources(resources)] };
            case HelmRelease release when InstanceCharts.Is(release, reference => resources.FirstOrDefault(other => other.Id.Group == SourceReference.Group && other.Id.Name == reference.Name?.Value)):
                return charts.Of(release, reference => resources.FirstOrDefault(other => other.Id.Kind == reference.Kind && other.Id.Name == reference.Name?.Value)) is { Sync.Path: { } synced } instance
                    ? AtSync(synced, resource.Path, StartKind.InstanceValues) with { Instance = instance }
                    : null;
            default:
                return null;
        }
    }

    private EntryPoint AtSync(YamlScalar path, string file, StartKind kind) => At(path, homes.OfSync(file, path.Value), kind);

    private static EntryPoint At(YamlScalar path, string home, StartKind kind) => new(SourceMap.Combine(home, path.Value), home, new(kind, path));

    private static IEnumerable<Resource> Sources(ImmutableArray<Resource> resources) => resources.Where(other => other.Id.Group == SourceReference.Group);
}
