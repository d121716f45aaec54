using System.Collections.Immutable;
using FluxLint.Configuration;
using FluxLint.Rules;

namespace FluxLint;

/// <summary>What to lint with.</summary>
public sealed record LintOptions
{
    /// <summary>The rule packs, in order.</summary>
    public required ImmutableArray<RulePack> Packs { get; init; }

    /// <summary>Path of the configuration from the repository root; a file that does not exist means no configuration.</summary>
    public string ConfigurationPath { get; init; } = "fluxlint.yaml";

    /// <summary>The preset to use in place of the configured one; null for that.</summary>
    public Preset? Preset { get; init; }

    /// <summary>The path from the repository root that findings are reported for; empty for all. What is loaded does not depend on it.</summary>
    public string Scope { get; init; } = "";
}
