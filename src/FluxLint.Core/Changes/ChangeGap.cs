using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Fleet;

namespace FluxLint.Changes;

/// <summary>Something whose changes are not known.</summary>
/// <param name="Owner">Who applies it; empty for the entry point.</param>
/// <param name="Reason">Why, in words that follow the name of the owner.</param>
/// <param name="Location">What stands in the way; null when that is not a place.</param>
internal sealed record ChangeGap(string Owner, string Reason, Location? Location)
{
    /// <summary>The clusters, in ordinal order of their directories.</summary>
    public ImmutableArray<Cluster> Clusters { get; init; } = [];

    /// <summary>Whether the later state does not build, so that nothing of it changes.</summary>
    public bool IsUnbuilt { get; init; }

    /// <summary>Equal for gaps that read the same.</summary>
    public string Signature => $"{Owner}\n{Reason}";
}
