using System.Collections.Immutable;

namespace FluxLint.Fleet;

/// <summary>What a cluster consists of, in figures and names.</summary>
internal sealed class ClusterOverview
{
    private ClusterOverview(ClusterModel model)
    {
        var cluster = model.Cluster;
        Cluster = cluster;
        Objects = cluster.CountObjects();
        Kustomizations = [.. cluster.Inventories.Where(inventory => inventory.Kustomization is not null).DistinctBy(inventory => inventory.Owner is { } owner ? owner.Key : default)];
        Releases =
        [
            .. model.Cluster.Charts
                .Where(chart => cluster.Keeps(chart.Release.Resource))
                .DistinctBy(chart => chart.Release.Resource.Key)
                .OrderBy(chart => chart.Release.Resource.Id.Name, StringComparer.Ordinal)
                .ThenBy(chart => chart.Release.Resource.Id.Namespace, StringComparer.Ordinal),
        ];
        Unbuilt = [.. cluster.Inventories.Where(inventory => inventory.State != InventoryState.Built)];
        var shown = cluster.Inventories.Where(inventory => inventory.Directory != inventory.ShownDirectory).ToLookup(inventory => inventory.Directory, inventory => inventory.ShownDirectory);
        Gaps = [.. cluster.Renderings.Where(rendering => rendering.HasGaps).Select(rendering => shown[rendering.Directory].FirstOrDefault() ?? rendering.Directory).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The cluster.</summary>
    public Cluster Cluster { get; }

    /// <summary>The distinct objects that are applied to this very cluster.</summary>
    public int Objects { get; }

    /// <summary>The distinct Flux Kustomizations of the cluster, whether or not they can be built, in the order in which they are met.</summary>
    public ImmutableArray<Inventory> Kustomizations { get; }

    /// <summary>The Helm releases with their charts, by name.</summary>
    public ImmutableArray<ReleasedChart> Releases { get; }

    /// <summary>The Flux objects of which it is not known what they apply.</summary>
    public ImmutableArray<Inventory> Unbuilt { get; }

    /// <summary>The directories of which a part cannot be built.</summary>
    public ImmutableArray<string> Gaps { get; }

    /// <summary>Looks a cluster over.</summary>
    public static ClusterOverview Of(ClusterModel model) => new(model);
}
