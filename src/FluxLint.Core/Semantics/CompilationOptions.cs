using System.Collections.Immutable;
using FluxLint.Configuration;
using FluxLint.Diagnostics;
using FluxLint.Kustomize.Builds;

namespace FluxLint.Semantics;

/// <summary>What a repository is understood with.</summary>
public sealed record CompilationOptions
{
    /// <summary>A repository with its own configuration, which may name no rules.</summary>
    public static CompilationOptions Default { get; } = new();

    /// <summary>Path of the configuration from the repository root; a file that does not exist means no configuration.</summary>
    public string ConfigurationPath { get; init; } = FluxLintConfiguration.FileName;

    /// <summary>The directory outside of the repository that <see cref="ConfigurationPath"/> counts from; null when it counts from the root.</summary>
    internal OutsidePolicy? Policy { get; init; }

    /// <summary>Path of the baseline from the repository root; null for the one that is configured, and empty for none.</summary>
    internal string? BaselinePath { get; init; }

    /// <summary>The rules that the configuration may name.</summary>
    public ImmutableArray<RuleInfo> Rules { get; init; } = [];

    /// <summary>The most objects that all builds together may make.</summary>
    internal long MostObjects { get; init; } = RunBudget.Most;
}
