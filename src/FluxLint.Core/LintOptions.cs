using System.Collections.Immutable;
using FluxLint.Analysis;
using FluxLint.Configuration;
using FluxLint.Files;

namespace FluxLint;

/// <summary>What to lint with.</summary>
public sealed record LintOptions
{
    /// <summary>The rule packs, in order.</summary>
    public required ImmutableArray<RulePack> Packs { get; init; }

    /// <summary>Path of the configuration from the repository root; a file that does not exist means no configuration.</summary>
    public string ConfigurationPath { get; init; } = "fluxlint.yaml";

    /// <summary>The path from the repository root that findings are reported for; empty for all. What is loaded does not depend on it.</summary>
    public string Scope { get; init; } = "";

    /// <summary>What the caller wants of rules, stronger than any configuration.</summary>
    public RuleSelection Selection { get; init; } = RuleSelection.Default;

    /// <summary>Trees of an earlier lint: a file that is still the same is not parsed again. Null when there was none.</summary>
    public TreeCache? Trees { get; init; }

    /// <summary>Hears how far the lint is; null when nobody listens.</summary>
    public IProgress<LintProgress>? Progress { get; init; }
}
