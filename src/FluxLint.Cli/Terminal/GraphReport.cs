using FluxLint.Fleet;
using FluxLint.Reporting;

namespace FluxLint.Cli.Terminal;

/// <summary>Shows a cluster as a tree of who applies what, with what each needs, and then the order in which it starts.</summary>
internal sealed class GraphReport(StreamWriter writer, Ansi ansi, int? width)
{
    private const string Gap = "  ";
    private const string Never = "never";

    public void Write(ClusterGraph graph)
    {
        var overview = ClusterOverview.Of(graph.Model);
        var @class = graph.Cluster.Class is { } found ? $" ({SafeText.Of(found.Name.Value)})" : "";
        string[] counts = [Summary.Count(overview.Objects, "object"), Summary.Count(overview.Kustomizations.Length, "Kustomization"), Summary.Count(overview.Releases.Length, "release")];
        writer.WriteLine(ansi.Heading($"{SafeText.Of(graph.Cluster.Name)}{@class}: {string.Join(", ", counts)}"));

        var links = GraphLink.Of(graph).ToLookup(link => link.From);
        var children = graph.Nodes.Where(node => node.Acts).ToLookup(node => node.Parent);
        foreach (var root in children[null])
        {
            writer.WriteLine();
            Write(root, "", "", links, children);
        }
        WriteOrder(graph);
        WriteCycles(graph);
    }

    private void Write(GraphNode node, string head, string indent, ILookup<GraphNode, GraphLink> links, ILookup<GraphNode?, GraphNode> children)
    {
        writer.WriteLine($"{ansi.Gutter(head)}{GraphText.Name(node)}{Gap}{string.Join(", ", GraphText.Facts(node))}".TrimEnd());
        var below = children[node].ToList();
        var margin = indent + (below.Count > 0 ? "│  " : "   ");
        foreach (var needs in links[node].GroupBy(GraphText.Reason))
            writer.WriteLine($"{ansi.Gutter(margin)}{needs.Key} {string.Join(", ", needs.Select(link => GraphText.Name(link.To)))}");
        for (var i = 0; i < below.Count; i++)
        {
            var isLast = i == below.Count - 1;
            Write(below[i], indent + (isLast ? "└─ " : "├─ "), indent + (isLast ? "   " : "│  "), links, children);
        }
    }

    private void WriteOrder(ClusterGraph graph)
    {
        writer.WriteLine();
        writer.WriteLine(ansi.Heading("Order: what is in one wave may start together"));
        for (var i = 0; i < graph.Waves.Length; i++)
            WriteWave($"{i + 1}", graph.Waves[i]);
        if (!graph.Stuck.IsEmpty)
            WriteWave(Never, graph.Stuck);

        void WriteWave(string name, IEnumerable<GraphNode> nodes)
        {
            var longest = graph.Stuck.IsEmpty ? $"{graph.Waves.Length}" : Never;
            WrappedList.Write(writer, Gap + name.PadRight(longest.Length) + Gap, nodes.Select(GraphText.Name), width);
        }
    }

    private void WriteCycles(ClusterGraph graph)
    {
        if (graph.Cycles.IsEmpty)
            return;
        writer.WriteLine();
        writer.WriteLine(ansi.Heading("Cycles: none of these ever starts, or is ever ready"));
        foreach (var cycle in graph.Cycles)
            writer.WriteLine($"{Gap}{SafeText.Of(cycle.ToString())}");
    }
}
