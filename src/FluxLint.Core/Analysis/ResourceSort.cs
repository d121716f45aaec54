using FluxLint.Kubernetes;

namespace FluxLint.Analysis;

/// <summary>What decides which rules look at a resource.</summary>
/// <param name="Kind">Group and kind.</param>
/// <param name="View">The class of its Flux view; null when it has none.</param>
internal sealed record ResourceSort(GroupKind Kind, Type? View);
