using System.Collections.Immutable;
using FluxLint.Configuration;
using FluxLint.Kustomize.Builds;

namespace FluxLint.Analysis;

/// <summary>The repository as a whole.</summary>
public sealed class RepositoryContext : RuleContext
{
    internal RepositoryContext(RuleRun run)
        : base(run)
    {
    }

    /// <summary>The renderings of all kustomization directories and of all clusters.</summary>
    public ImmutableArray<Rendering> Renderings => Asked(Dependence.Repository).Renderings;

    /// <summary>What is wrong with the configuration.</summary>
    public ImmutableArray<ConfigurationProblem> ConfigurationProblems => Asked(Dependence.Repository).ConfigurationProblems;
}
