using System.Collections.Immutable;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>One target of a replacement.</summary>
/// <param name="Node">What selects the objects, as it is written.</param>
/// <param name="Select">Selects the objects.</param>
/// <param name="Reject">Takes objects out of the selection.</param>
/// <param name="Paths">The fields.</param>
/// <param name="Options">Which part of a field is meant, and whether a missing one is added.</param>
internal sealed record ReplacementTarget(
    YamlNode Node, ReplacementSelector Select, ImmutableArray<ReplacementSelector> Reject, ImmutableArray<ReplacementPath> Paths, ReplacementOptions Options)
{
    /// <summary>What became of the target.</summary>
    /// <param name="matches">How many objects it selects.</param>
    /// <param name="isUncertain">Whether objects may be missing.</param>
    public PatchUse Use(int matches, bool isUncertain) => new(PatchTarget.Of(Selects, $"{Select}"))
    {
        Entry = Place.Location,
        Target = Place.Location,
        Matches = matches,
        IsUncertain = isUncertain,
        IsRefused = false,
    };

    private YamlNode Place => (Node as YamlMapping)?.ScalarField("name") ?? (Node is YamlMapping { Entries: [var first, ..] } ? first.Value : Node);

    public bool Selects(Resource resource) =>
        Select.MatchesId(resource) && Select.MatchesSelectors(resource) && !Reject.Any(reject => reject.Rejects(resource));
}
