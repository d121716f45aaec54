using FluxLint.Diagnostics;

namespace FluxLint.Kustomize;

/// <summary>Where a patch is written: one that several builds apply has one place.</summary>
/// <param name="Entry">The entry of the kustomization that asks for it.</param>
/// <param name="Target">What names the target.</param>
public sealed record PatchPlace(Location Entry, Location Target);
