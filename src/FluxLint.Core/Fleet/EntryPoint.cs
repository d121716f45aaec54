using System.Collections.Immutable;
using FluxLint.Kustomize;

namespace FluxLint.Fleet;

/// <summary>Where a cluster starts.</summary>
/// <param name="Directory">The directory, from the repository root.</param>
/// <param name="Class">The class that configuration gives it; null when none claims it.</param>
/// <param name="Bootstrap">The objects that make the cluster apply the directory, where the repository has them outside of it.</param>
internal sealed record EntryPoint(string Directory, ClusterClass? Class, ImmutableArray<Resource> Bootstrap)
{
    /// <summary>Whether another starts in the same way, from the same objects.</summary>
    public bool IsSame(EntryPoint other) =>
        Directory == other.Directory
        && ReferenceEquals(Class, other.Class)
        && Bootstrap.Length == other.Bootstrap.Length
        && Bootstrap.Zip(other.Bootstrap).All(pair => ReferenceEquals(pair.First.Root, pair.Second.Root));
}
