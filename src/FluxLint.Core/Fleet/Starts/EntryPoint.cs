using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>Where a cluster starts.</summary>
/// <param name="Directory">The directory, from the repository root.</param>
/// <param name="Home">The root of the repository that the directory is in, which may be a directory of the one at hand.</param>
/// <param name="Evidence">Why it is one.</param>
internal sealed record EntryPoint(string Directory, string Home, StartEvidence Evidence)
{
    /// <summary>The class that configuration gives it; null when none claims it.</summary>
    public ClusterClass? Class { get; init; }

    /// <summary>The objects that make the cluster apply the directory, where the repository has them outside of it.</summary>
    public ImmutableArray<Resource> Bootstrap { get; init; } = [];

    /// <summary>The FluxInstance that a chart makes of values in the repository; null when nothing tells of one.</summary>
    public FluxInstance? Instance { get; init; }

    /// <summary>The bootstrap manifest in the directory that has the path of another cluster, and is read as if it had this one; null when there is none.</summary>
    public string? CopiedManifest { get; init; }

    /// <summary>The directory that what syncs the directory is built from, or lies in; null where it is the directory itself that tells.</summary>
    public string? SyncedFrom { get; init; }

    /// <summary>Whether what syncs the directory lies in it.</summary>
    public bool IsSyncedFromWithin => SyncedFrom is { } from && RepositoryPath.IsWithin(Directory, from);

    /// <summary>What tools other than Flux may set up on the cluster before.</summary>
    public EarlySetup Early { get; init; } = EarlySetup.None;

    /// <summary>The variables that whatever applies the directory fills in, by where it lies; null when there are none.</summary>
    public Resource? Variables { get; init; }

    /// <summary>Whether another starts in the same way, from the same objects.</summary>
    public bool IsSame(EntryPoint other) =>
        Directory == other.Directory
        && Home == other.Home
        && Evidence.Kind == other.Evidence.Kind
        && CopiedManifest == other.CopiedManifest
        && Early.IsSame(other.Early)
        && YamlNode.DataEquals(Variables?.Root, other.Variables?.Root)
        && ReferenceEquals(Class, other.Class)
        && ReferenceEquals(Instance?.Spec, other.Instance?.Spec)
        && Bootstrap.Length == other.Bootstrap.Length
        && Bootstrap.Zip(other.Bootstrap).All(pair => ReferenceEquals(pair.First.Root, pair.Second.Root));
}
