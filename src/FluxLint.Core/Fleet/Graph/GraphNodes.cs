using System.Collections.Immutable;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>Finds what is in the picture of a cluster.</summary>
internal sealed class GraphNodes
{
    private readonly ILookup<Inventory?, Inventory> below;
    private readonly Dictionary<YamlMapping, ReleasedChart> charts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal);
    private readonly HashSet<YamlMapping> drawn = new(ReferenceEqualityComparer.Instance);
    private readonly ImmutableArray<GraphNode>.Builder nodes = ImmutableArray.CreateBuilder<GraphNode>();

    public GraphNodes(ClusterModel model)
    {
        var cluster = model.Cluster;
        below = cluster.Inventories.ToLookup(inventory => inventory.Parent);
        foreach (var chart in model.Cluster.Charts)
            charts.TryAdd(chart.Release.Resource.Root, chart);
        drawn.UnionWith(cluster.Inventories.Select(inventory => inventory.Owner?.Root).OfType<YamlMapping>());
    }

    public ImmutableArray<GraphNode> Find()
    {
        foreach (var root in below[null])
        {
            // What bootstrap has outside of the entry point is applied by hand.
            if (root is { Owner: null, Directory: null })
                AddContent(root, null);
            else
                Add(root, null);
        }
        return nodes.ToImmutable();
    }

    private void Add(Inventory inventory, GraphNode? parent)
    {
        var directory = inventory.Directory is { Length: > 0 } written ? written : ".";
        var node = new GraphNode(Name(inventory.Owner?.ShownName ?? directory), inventory.Owner, parent, inventory, null);
        nodes.Add(node);
        if (!inventory.IsRemote)
            AddContent(inventory, node);
    }

    private void AddContent(Inventory inventory, GraphNode? node)
    {
        var owners = below[inventory].Select(child => (child.Owner, Inventory: (Inventory?)child));
        var others = inventory.Resources.Where(IsShown).Where(resource => drawn.Add(resource.Root)).Select(resource => ((Resource?)resource, Inventory: (Inventory?)null));
        foreach (var (resource, child) in owners.Concat(others).OrderBy(item => SortKey(item.Item1), StringComparer.Ordinal))
        {
            if (child is not null)
                Add(child, node);
            else if (resource is not null)
                nodes.Add(new(Name(resource.ShownName), resource, node, null, charts.GetValueOrDefault(resource.Root)));
        }
    }

    private static bool IsShown(Resource resource) => FluxObject.Of(resource) is HelmRelease or Source or ArtifactGenerator;

    private static string SortKey(Resource? resource) => resource is null ? "" : $"{resource.Id.Kind}\n{resource.Id.Namespace}\n{resource.Id.Name}";

    /// <summary>A name for a node alone: several Kustomizations may apply an object of one name.</summary>
    private string Name(string name)
    {
        var count = names[name] = names.GetValueOrDefault(name) + 1;
        return count == 1 ? name : $"{name}#{count}";
    }
}
