using FluxLint.Fleet;

namespace FluxLint.Analysis;

/// <summary>A cluster and everything that reaches it.</summary>
public sealed class ClusterContext : RuleContext
{
    internal ClusterContext(RuleRun run, ClusterModel model)
        : base(run) => Model = model;

    /// <summary>The cluster.</summary>
    public Cluster Cluster => Model.Cluster;

    /// <summary>What is found out about the cluster when a rule asks, once for all rules.</summary>
    public ClusterModel Model { get; }
}
