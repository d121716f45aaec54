using System.Collections.Immutable;

namespace FluxLint.Fleet;

/// <summary>Objects that wait for each other: none of them ever gets on.</summary>
public sealed class OrderCycle
{
    internal OrderCycle(ImmutableArray<OrderEdge> edges) => Edges = edges;

    /// <summary>
    /// Why each object waits for the next, around to the first. The first is that of the least name, so that a cycle looks
    /// the same in every cluster.
    /// </summary>
    public ImmutableArray<OrderEdge> Edges { get; }

    /// <summary>
    /// The edge that is most likely the mistake: what happens to be needed before what is written on purpose, and that before
    /// what nobody can undo. Of several the one that closes the cycle.
    /// </summary>
    public OrderEdge Cause => Edges.Reverse().MinBy(edge => Rank(edge.Reason)) ?? Edges[^1];

    /// <summary>The cycle told from one of its edges on.</summary>
    public OrderCycle StartingWith(OrderEdge edge)
    {
        var index = Edges.IndexOf(edge);
        return index <= 0 ? this : new([.. Edges[index..], .. Edges[..index]]);
    }

    private static int Rank(OrderReason reason) => reason switch
    {
        OrderReason.Definition => 0,
        OrderReason.Namespace => 1,
        OrderReason.Source => 2,
        OrderReason.DependsOn => 3,
        OrderReason.HealthCheck => 4,
        OrderReason.Wait => 5,
        _ => 6,
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Edges[0].Event.Node.Display} {string.Join(", which ", Edges.Select(edge => edge.Predicate))}";
}
