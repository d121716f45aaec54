using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Fleet;

namespace FluxLint.Analysis;

/// <summary>A cluster and everything that reaches it.</summary>
public sealed class ClusterContext : RuleContext
{
    internal ClusterContext(RuleRun run, Cluster cluster)
        : base(run) => Cluster = cluster;

    /// <summary>The cluster.</summary>
    public Cluster Cluster { get; }

    private protected override ImmutableArray<Cluster> Reach(Location location) => [Cluster];
}
