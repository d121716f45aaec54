using System.Collections.Immutable;
using FluxLint.Configuration;
using FluxLint.Kustomize;
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

    /// <summary>Where builds stopped because all together had made too many objects; null when none had to.</summary>
    public BuildProblem? RunLimit => Asked(Dependence.Repository).RunLimit;

    /// <summary>What is wrong with the configuration.</summary>
    public ImmutableArray<ConfigurationProblem> ConfigurationProblems => Asked(Dependence.Repository).ConfigurationProblems;
}
