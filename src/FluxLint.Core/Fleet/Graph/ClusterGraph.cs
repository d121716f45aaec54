using System.Collections.Immutable;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;

namespace FluxLint.Fleet;

/// <summary>The picture of a cluster: who applies what, what needs what, and what can start when.</summary>
internal sealed class ClusterGraph
{
    private readonly Dictionary<ObjectKey, GraphNode> index = [];
    private readonly HashSet<string> secrets;

    private ClusterGraph(ClusterModel model)
    {
        Model = model;
        Nodes = new GraphNodes(model).Find();
        foreach (var node in Nodes)
        {
            if (node.Resource is { } resource)
                index.TryAdd(resource.Key, node);
        }
        secrets = SecretsOf(model.Cluster);
        var order = model.Order;
        Edges = [.. order.Edges.Where(edge => edge.Reason != OrderReason.Parent).Select(Edge).OfType<GraphEdge>()];
        Cycles = order.Cycles();
        var waves = TopologicalLevels.Of(order);
        Waves = [.. waves.Select(wave => Acting(wave.Select(Find).OfType<GraphNode>())).Where(wave => !wave.IsEmpty)];
        Stuck = Acting(order.Nodes.Except(waves.SelectMany(wave => wave)).Select(Find).OfType<GraphNode>());
    }

    /// <summary>The cluster.</summary>
    public Cluster Cluster => Model.Cluster;

    /// <summary>What is known of the cluster.</summary>
    public ClusterModel Model { get; }

    /// <summary>The objects, each before what it applies; siblings by kind, namespace and name.</summary>
    public ImmutableArray<GraphNode> Nodes { get; }

    /// <summary>What needs what, beside what is applied by what.</summary>
    public ImmutableArray<GraphEdge> Edges { get; }

    /// <summary>The objects that may start together, in the order in which they do when the cluster is built from nothing.</summary>
    public ImmutableArray<ImmutableArray<GraphNode>> Waves { get; }

    /// <summary>The objects that never start, because they are in a cycle or need one that is.</summary>
    public ImmutableArray<GraphNode> Stuck { get; }

    /// <summary>The cycles: why each object waits for the next, around to the first.</summary>
    public ImmutableArray<OrderCycle> Cycles { get; }

    /// <summary>Makes the graph of a cluster.</summary>
    public static ClusterGraph Of(ClusterModel model) => new(model);

    /// <summary>The node of an object of the order; null when it is not in the picture.</summary>
    public GraphNode? Find(OrderNode node) => index.GetValueOrDefault(node.Resource.Key);

    /// <summary>The namespace or kind that is needed, as people may see it: what needs it may have it from a Secret.</summary>
    public string Shown(OrderEdge edge) => secrets.Contains(edge.Detail) ? SecretContent.Stand : edge.Detail;

    private static HashSet<string> SecretsOf(Cluster cluster)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in cluster.Resources.Where(resource => resource.Taken.Count > 0))
        {
            found.UnionWith(SecretContent.TakenValues(resource));
            if (resource.ShownId is var shown && (shown.Kind != resource.Id.Kind || shown.Group != resource.Id.Group))
                found.Add($"{resource.Id.Kind}.{resource.Id.Group}");
        }
        found.Remove("");
        return found;
    }

    private GraphEdge? Edge(OrderEdge edge) =>
        Find(edge.Event.Node) is { } from && Find(edge.Needs.Node) is { } to && from != to
            ? new(from, to, edge.Reason, Shown(edge), edge.Location)
            : null;

    private ImmutableArray<GraphNode> Acting(IEnumerable<GraphNode> nodes) =>
        [.. nodes.Where(node => node.Acts).OrderBy(node => node.Id, StringComparer.Ordinal)];
}
