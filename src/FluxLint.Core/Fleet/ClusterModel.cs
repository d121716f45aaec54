using System.Collections.Immutable;
using FluxLint.Flux;
using FluxLint.Kubernetes;

namespace FluxLint.Fleet;

/// <summary>
/// What is found out about a cluster when somebody asks: each answer once, for all who look at the cluster together. It is as large as
/// the cluster itself, so it is made for one look and lives as long as whoever looks. Safe on many threads.
/// </summary>
public sealed class ClusterModel
{
    private readonly LocalCharts localCharts;
    private readonly Lazy<OrderGraph> order;
    private readonly Lazy<CrdSet> crds;
    private readonly Lazy<Provisions> provisions;
    private readonly Lazy<ImmutableArray<OwnershipConflict>> ownershipConflicts;
    private readonly Lazy<ControllerFlags> flags;
    private readonly Lazy<KindScopes> scopes;
    private ImmutableDictionary<string, LocalChart?> read = ImmutableDictionary<string, LocalChart?>.Empty;

    internal ClusterModel(Cluster cluster, LocalCharts localCharts)
    {
        Cluster = cluster;
        this.localCharts = localCharts;
        order = new(() => new OrderBuilder(this).Build());
        crds = new(() => new(this));
        provisions = new(() => new(cluster, cluster.Provided));
        ownershipConflicts = new(() => OwnershipConflict.Among(cluster.Inventories));
        flags = new(() => new(cluster));
        scopes = new(() => KindScopes.Of(cluster));
    }

    /// <summary>The cluster.</summary>
    public Cluster Cluster { get; }

    /// <summary>What must come before what.</summary>
    public OrderGraph Order => order.Value;

    /// <summary>The custom resource definitions that the cluster has, and how sure that is.</summary>
    public CrdSet Crds => crds.Value;

    /// <summary>The namespaces, ConfigMaps, Secrets and service accounts of the cluster.</summary>
    public Provisions Provisions => provisions.Value;

    /// <summary>The objects that more than one Kustomization of the cluster applies.</summary>
    public ImmutableArray<OwnershipConflict> OwnershipConflicts => ownershipConflicts.Value;

    /// <summary>The arguments that the controllers of Flux start with.</summary>
    public ControllerFlags Flags => flags.Value;

    /// <summary>The charts of the repository that were asked for, by directory; null where there was none.</summary>
    internal ImmutableDictionary<string, LocalChart?> LocalChartsRead => read;

    /// <summary>Whether objects of a kind are certain to need a namespace: a built-in kind, one that the cluster defines, one of Flux, or one of a well-known chart.</summary>
    public bool IsNamespaced(ResourceId id) => scopes.Value.IsNamespaced(id);

    /// <summary>The chart of a release, when it is in the repository at the revision at hand; null when it is not, or that is not known.</summary>
    public LocalChart? LocalChartOf(HelmRelease release)
    {
        if (Cluster.LocalChartDirectory(release) is not { } directory)
            return null;
        var chart = localCharts.Find(directory);
        ImmutableInterlocked.TryAdd(ref read, directory, chart);
        return chart;
    }
}
