using System.Collections.Immutable;
using FluxLint.Diagnostics;

namespace FluxLint.Policies;

/// <summary>What came of a policy.</summary>
/// <param name="Findings">What it has against objects.</param>
/// <param name="Failure">What is wrong with the policy itself: it failed on an object, or would have taken too long; null when nothing is.</param>
internal sealed record PolicyResult(ImmutableArray<PolicyFinding> Findings, RelatedLocation? Failure);
