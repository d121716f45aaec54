using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Kustomize;

namespace FluxLint.Analysis;

/// <summary>A distinct resource that reaches clusters, as it is rendered.</summary>
public sealed class ResourceContext : RuleContext
{
    internal ResourceContext(RuleRun run, SharedResource shared)
        : base(run)
    {
        Resource = shared.Resource;
        Clusters = shared.Clusters;
    }

    /// <summary>The resource.</summary>
    public Resource Resource { get; }

    /// <summary>The clusters that it reaches.</summary>
    public ImmutableArray<Cluster> Clusters { get; }

    private protected override ImmutableArray<Cluster> Reach(Location location) => Clusters;
}
