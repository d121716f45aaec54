using FluxLint.Kustomize;

namespace FluxLint.Flux;

/// <summary>A namespace that must be there before something is applied to it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="User">The first object in it.</param>
internal sealed record NeededNamespace(string Name, Resource User);
