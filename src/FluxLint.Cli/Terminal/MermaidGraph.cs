using System.Text;
using FluxLint.Fleet;

namespace FluxLint.Cli.Terminal;

/// <summary>Writes a graph as a Mermaid flowchart: what applies others is a box around them, arrows lead to what is needed.</summary>
internal sealed class MermaidGraph(StreamWriter writer)
{
    public void Write(ClusterGraph graph)
    {
        var box = new GraphBox(graph);
        writer.WriteLine("flowchart LR");
        Write(box, null, "  ");
        foreach (var link in GraphLink.Of(graph))
            writer.WriteLine($"  {box.Id(link.From)} {(link.IsWritten ? "-->" : "-.->")}|\"{Escape(GraphText.Reason(link))}\"| {box.Id(link.To)}");
    }

    private void Write(GraphBox box, GraphNode? around, string indent)
    {
        foreach (var node in box.In(around))
        {
            if (!box.IsBox(node))
            {
                writer.WriteLine($"{indent}{box.Id(node)}[\"{Label(node)}\"]");
                continue;
            }
            writer.WriteLine($"{indent}subgraph {box.Id(node)}_applies[\"{Escape(GraphText.Name(node))}\"]");
            writer.WriteLine($"{indent}  {box.Id(node)}[\"{Label(node)}\"]");
            Write(box, node, indent + "  ");
            writer.WriteLine($"{indent}end");
        }
    }

    private static string Label(GraphNode node) => string.Join("<br>", GraphText.Facts(node).Prepend(GraphText.Name(node)).Select(Escape));

    /// <summary>Text in quotes: what Mermaid or HTML would read as something else is written as its number.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '"' or '#' or '&' or '<' or '>' or '`' or '%' or '\\')
                escaped.Append('#').Append((int)character).Append(';');
            else
                escaped.Append(character);
        }
        return escaped.ToString();
    }
}
