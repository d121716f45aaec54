using FluxLint.Fleet;
using FluxLint.Reporting;

namespace FluxLint.Cli.Terminal;

/// <summary>Writes a graph in the language of Graphviz: what applies others is a box around them, arrows lead to what is needed.</summary>
internal sealed class DotGraph(StreamWriter writer)
{
    public void Write(ClusterGraph graph)
    {
        var box = new GraphBox(graph);
        writer.WriteLine($"digraph {Quote(SafeText.Of(graph.Cluster.Name))} {{");
        writer.WriteLine("  rankdir=LR");
        writer.WriteLine("  node [shape=box]");
        Write(box, null, "  ");
        foreach (var link in GraphLink.Of(graph))
            writer.WriteLine($"  {box.Id(link.From)} -> {box.Id(link.To)} [label={Quote(GraphText.Reason(link))}{(link.IsWritten ? "" : ", style=dashed")}]");
        writer.WriteLine("}");
    }

    private void Write(GraphBox box, GraphNode? around, string indent)
    {
        foreach (var node in box.In(around))
        {
            if (!box.IsBox(node))
            {
                writer.WriteLine($"{indent}{box.Id(node)} [label={Label(node)}]");
                continue;
            }
            // Graphviz draws a box around a subgraph whose name starts so.
            writer.WriteLine($"{indent}subgraph cluster_{box.Id(node)} {{");
            writer.WriteLine($"{indent}  label={Quote(GraphText.Name(node))}");
            writer.WriteLine($"{indent}  {box.Id(node)} [label={Label(node)}]");
            Write(box, node, indent + "  ");
            writer.WriteLine($"{indent}}}");
        }
    }

    private static string Label(GraphNode node) => $"\"{string.Join("\\n", GraphText.Facts(node).Prepend(GraphText.Name(node)).Select(Escape))}\"";

    private static string Quote(string text) => $"\"{Escape(text)}\"";

    /// <summary>Text in quotes; Graphviz reads the entities of HTML in it, too.</summary>
    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
