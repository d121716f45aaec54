using System.Collections.Immutable;

namespace FluxLint.Kustomize.Builds;

/// <summary>What came of a build.</summary>
/// <param name="Manifests">The objects as <c>kubectl kustomize</c> prints them; null when the build failed.</param>
/// <param name="Problems">Why it failed, in order of place; empty when it did not.</param>
internal sealed record BuildResult(string? Manifests, ImmutableArray<BuildProblem> Problems);
