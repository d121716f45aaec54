using System.Collections.Immutable;

namespace FluxLint.Fleet;

/// <summary>What is found out about a cluster when somebody asks, and is as large as the cluster itself.</summary>
internal sealed class ClusterFacts(Cluster cluster)
{
    private readonly Lazy<OrderGraph> order = new(() => new OrderBuilder(cluster).Build());
    private readonly Lazy<CrdSet> definitions = new(() => new(cluster));
    private readonly Lazy<ImmutableArray<ReleasedChart>> charts = new(() => [.. ReleasedChart.Find(cluster)]);
    private readonly Lazy<Provisions> provisions = new(() => new(cluster, cluster.Provided));
    private readonly Lazy<ImmutableArray<OwnershipConflict>> conflicts = new(() => OwnershipConflict.Among(cluster.Inventories));
    private readonly Lazy<ControllerFlags> flags = new(() => new(cluster));

    /// <summary>What must come before what.</summary>
    public OrderGraph Order => order.Value;

    /// <summary>The definitions of the cluster, and how sure they are.</summary>
    public CrdSet Definitions => definitions.Value;

    /// <summary>The namespaces, ConfigMaps, Secrets and service accounts of the cluster.</summary>
    public Provisions Provisions => provisions.Value;

    /// <summary>The objects that more than one Kustomization applies.</summary>
    public ImmutableArray<OwnershipConflict> OwnershipConflicts => conflicts.Value;

    /// <summary>What its controllers are told.</summary>
    public ControllerFlags Flags => flags.Value;

    /// <summary>The charts of its releases.</summary>
    public ImmutableArray<ReleasedChart> Charts => charts.Value;
}
