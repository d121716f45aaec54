using FluxLint.Kubernetes;
using FluxLint.Kustomize;

namespace FluxLint.Flux;

/// <summary>A custom kind that needs its definition.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="User">The first object of it.</param>
internal sealed record NeededKind(GroupKind Kind, Resource User);
