using System.Collections.Immutable;

namespace FluxLint.Kustomize;

/// <summary>Where an object comes from, and the transformers of the layers that it went through.</summary>
internal sealed record BuildHistory(BuildStep Origin, ImmutableArray<BuildStep> Transformers);
