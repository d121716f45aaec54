using System.Collections.Immutable;

namespace FluxLint.Kustomize.Transformers;

/// <summary>One target of a replacement.</summary>
/// <param name="Select">Selects the objects.</param>
/// <param name="Reject">Takes objects out of the selection.</param>
/// <param name="Paths">The fields.</param>
/// <param name="Options">Which part of a field is meant, and whether a missing one is added.</param>
internal sealed record ReplacementTarget(
    ReplacementSelector Select, ImmutableArray<ReplacementSelector> Reject, ImmutableArray<ReplacementPath> Paths, ReplacementOptions Options)
{
    public bool Selects(Resource resource) =>
        Select.MatchesId(resource) && Select.MatchesSelectors(resource) && !Reject.Any(reject => reject.Rejects(resource));
}
