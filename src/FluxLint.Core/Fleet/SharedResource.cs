using System.Collections.Immutable;
using FluxLint.Kustomize;

namespace FluxLint.Fleet;

/// <summary>A rendered resource and the clusters that it reaches.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Clusters">The clusters in ordinal order of their directories.</param>
public sealed record SharedResource(Resource Resource, ImmutableArray<Cluster> Clusters);
