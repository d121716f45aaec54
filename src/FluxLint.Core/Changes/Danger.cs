using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Fleet;

namespace FluxLint.Changes;

/// <summary>What may go wrong when a change reaches a cluster.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Message">What happens and why, in words that follow the name of the object.</param>
/// <param name="Location">The characters that cause it.</param>
internal sealed record Danger(DangerKind Kind, string Message, Location? Location)
{
    /// <summary>The clusters, in ordinal order of their directories.</summary>
    public ImmutableArray<Cluster> Clusters { get; init; } = [];
}
