using FluxLint.Diagnostics;

namespace FluxLint.Configuration;

/// <summary>Something wrong with the configuration.</summary>
/// <param name="Location">The characters that cause it.</param>
/// <param name="Message">What is wrong, without a full stop.</param>
public sealed record ConfigurationProblem(Location Location, string Message)
{
    /// <summary>Whether the configuration may be as it is meant all the same.</summary>
    public bool IsWarning { get; init; }

    /// <summary>Whether it is a rule that is not known, which a pack may have that is not loaded.</summary>
    internal bool IsUnknownRule { get; init; }
}
