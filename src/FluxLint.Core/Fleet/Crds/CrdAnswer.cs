using FluxLint.Diagnostics;

namespace FluxLint.Fleet;

/// <summary>What a cluster tells about the custom resource definition of a kind.</summary>
/// <param name="Availability">Whether the cluster has it.</param>
public sealed record CrdAnswer(Availability Availability)
{
    /// <summary>What would install it, in the imperative; null when that is not known.</summary>
    public string? Remedy { get; init; }

    /// <summary>What keeps it out; null when nothing in particular does.</summary>
    public RelatedLocation? Cause { get; init; }

    internal static CrdAnswer Unknown { get; } = new(Availability.Unknown);

    internal static CrdAnswer Provided { get; } = new(Availability.Provided);
}
