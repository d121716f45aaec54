using FluxLint.Diagnostics;

namespace FluxLint.Fleet;

/// <summary>What a cluster tells about something that one of its objects needs.</summary>
/// <param name="Availability">Whether the cluster has it.</param>
public sealed record ProvisionAnswer(Availability Availability)
{
    internal static ProvisionAnswer Unknown { get; } = new(Availability.Unknown);

    internal static ProvisionAnswer Provided { get; } = new(Availability.Provided);

    /// <summary>The ConfigMap or Secret; null when it is something else, absent, or not in the repository.</summary>
    public DataObject? Data { get; init; }

    /// <summary>What is there and most likely meant, as a name; null when nothing is.</summary>
    public string? Nearest { get; init; }

    /// <summary>The name to write in place of the one asked for; null when the name is not what is wrong.</summary>
    public string? Correction { get; init; }

    /// <summary>What to do, in the imperative; null when nothing is known that would help.</summary>
    public string? Remedy { get; init; }

    /// <summary>Where what is most likely meant comes from, and what it is.</summary>
    public RelatedLocation? Evidence { get; init; }
}
