using FluxLint.Fleet;

namespace FluxLint.Cli.Terminal;

/// <summary>The nodes of a graph as pictures have them: each with a plain name, and those that apply others around what they apply.</summary>
internal sealed class GraphBox
{
    private readonly Dictionary<GraphNode, string> names;
    private readonly ILookup<GraphNode?, GraphNode> children;

    public GraphBox(ClusterGraph graph)
    {
        names = graph.Nodes.Select((node, index) => (node, index)).ToDictionary(item => item.node, item => $"n{item.index}");
        children = graph.Nodes.ToLookup(node => node.Parent);
    }

    /// <summary>What is in a node; what nothing applies is in none.</summary>
    public IEnumerable<GraphNode> In(GraphNode? node) => children[node];

    /// <summary>Whether there is something in a node.</summary>
    public bool IsBox(GraphNode node) => children.Contains(node);

    /// <summary>A name of letters and digits alone, whatever the object is called.</summary>
    public string Id(GraphNode node) => names[node];
}
