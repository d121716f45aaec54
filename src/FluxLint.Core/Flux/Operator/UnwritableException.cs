using FluxLint.Diagnostics;

namespace FluxLint.Flux;

/// <summary>Why a ResourceSet cannot be expanded here, and what is to blame.</summary>
internal sealed class UnwritableException(string message, Location location) : Exception(message)
{
    public Location Location => location;

    /// <summary>Whether the set may be right, and only takes more than is spent on it.</summary>
    public bool IsLimit { get; init; }
}
