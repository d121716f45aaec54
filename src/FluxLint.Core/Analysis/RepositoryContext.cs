using System.Collections.Immutable;
using FluxLint.Configuration;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Kustomize.Builds;

namespace FluxLint.Analysis;

/// <summary>The repository as a whole.</summary>
public sealed class RepositoryContext : RuleContext
{
    private readonly RepositoryModel model;

    internal RepositoryContext(RuleRun run)
        : base(run) => model = run.Model;

    /// <summary>The renderings of all kustomization directories and of all clusters.</summary>
    public ImmutableArray<Rendering> Renderings => model.Renderings;

    /// <summary>What is wrong with the configuration.</summary>
    public ImmutableArray<ConfigurationProblem> ConfigurationProblems => model.ConfigurationProblems;

    private protected override ImmutableArray<Cluster> Reach(Location location) => Fleet.ReadersOf(location.Path);
}
