using System.Collections.Immutable;
using FluxLint.Files;

namespace FluxLint.Configuration;

/// <summary>What a configuration file says, as far as it is valid.</summary>
/// <param name="Configuration">Everything in it that is valid.</param>
/// <param name="Problems">What is not, in order of position.</param>
internal sealed record ConfigurationResult(FluxLintConfiguration Configuration, ImmutableArray<ConfigurationProblem> Problems)
{
    /// <summary>The files that it was read from.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>What was asked of the repository.</summary>
    public FileReads Reads { get; init; } = new();
}
