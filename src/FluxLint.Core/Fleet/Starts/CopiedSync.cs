using FluxLint.Files;
using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>A bootstrap manifest that was copied from another cluster and still has the path of that.</summary>
/// <param name="Path">The path.</param>
/// <param name="Directory">The directory of the cluster that has the manifest.</param>
/// <param name="Manifest">The file of the manifest, which a patch may have given its path.</param>
internal sealed record CopiedSync(YamlScalar Path, string Directory, string Manifest)
{
    /// <summary>Finds the copies among the entry points that bootstrap manifests tell of.</summary>
    public static IEnumerable<CopiedSync> Among(IReadOnlyCollection<EntryPoint> synced)
    {
        var manifests = synced.Where(entry => entry.Evidence.Kind == StartKind.BootstrapSync).ToList();
        var rightful = manifests.Where(entry => entry.IsSyncedFromWithin).Select(entry => entry.Directory).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in manifests.Where(entry => !entry.IsSyncedFromWithin && rightful.Contains(entry.Directory)))
        {
            if (entry is { Evidence.Sync: { } path, SyncedFrom: { } from, Bootstrap: [var manifest, ..] } && Own(from) is { Length: > 0 } own && !RepositoryPath.IsWithin(own, entry.Directory))
                yield return new(path, own, manifest.Path);
        }
    }

    /// <summary>The directory of the cluster: bootstrap puts its manifests one below it.</summary>
    private static string Own(string directory) =>
        RepositoryPath.FileName(directory) == WellKnownNamespaces.FluxSystem ? RepositoryPath.Parent(directory) : directory;
}
