using System.Collections.Immutable;

namespace FluxLint.Configuration;

/// <summary>What a configuration file says, as far as it is valid.</summary>
/// <param name="Configuration">Everything in it that is valid.</param>
/// <param name="Problems">What is not, in order of position.</param>
internal sealed record ConfigurationResult(FluxLintConfiguration Configuration, ImmutableArray<ConfigurationProblem> Problems);
