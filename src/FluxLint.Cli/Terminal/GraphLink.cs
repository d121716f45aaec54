using System.Collections.Immutable;
using FluxLint.Fleet;

namespace FluxLint.Cli.Terminal;

/// <summary>The edges between two nodes that have one reason, drawn as one.</summary>
/// <param name="From">What has to wait.</param>
/// <param name="To">What it waits for.</param>
/// <param name="Reason">Why.</param>
/// <param name="Details">The namespaces or kinds that are needed.</param>
internal sealed record GraphLink(GraphNode From, GraphNode To, OrderReason Reason, ImmutableArray<string> Details)
{
    /// <summary>The links of a graph. That something waits for what it applies itself is left out: where it stands shows as much.</summary>
    public static IEnumerable<GraphLink> Of(ClusterGraph graph) =>
        from edge in graph.Edges
        where !edge.IsWaitForOwn
        group edge.Detail by (edge.From, edge.To, edge.Reason) into edges
        select new GraphLink(edges.Key.From, edges.Key.To, edges.Key.Reason, [.. edges.Distinct().Order(StringComparer.Ordinal)]);

    /// <summary>Whether it is written as an order of objects, rather than follow from what they hold.</summary>
    public bool IsWritten => Reason is OrderReason.DependsOn or OrderReason.Wait or OrderReason.HealthCheck;
}
