using System.Collections.Immutable;
using FluxLint.Fleet;
using FluxLint.Kustomize;

namespace FluxLint.Policies;

/// <summary>What a policy has against an object.</summary>
/// <param name="Place">The field, or the object.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Clusters">The clusters where it is.</param>
internal sealed record PolicyFinding(Place Place, string Message, ImmutableArray<Cluster> Clusters);
