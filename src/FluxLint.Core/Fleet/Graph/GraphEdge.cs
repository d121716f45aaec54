using FluxLint.Diagnostics;

namespace FluxLint.Fleet;

/// <summary>One object of a cluster needs another.</summary>
/// <param name="From">What has to wait.</param>
/// <param name="To">What it waits for.</param>
/// <param name="Reason">Why.</param>
/// <param name="Detail">The namespace or kind that is needed; empty for other reasons.</param>
/// <param name="Location">What causes it.</param>
internal sealed record GraphEdge(GraphNode From, GraphNode To, OrderReason Reason, string Detail, Location Location)
{
    /// <summary>Whether it only says that the one waits for what it applies itself.</summary>
    public bool IsWaitForOwn => Reason == OrderReason.Wait && To.Parent == From;
}
