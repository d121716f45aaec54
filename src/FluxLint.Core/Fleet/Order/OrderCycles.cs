using System.Collections.Immutable;
using FluxLint.Kustomize;

namespace FluxLint.Fleet;

/// <summary>Finds the cycles of an order.</summary>
internal sealed class OrderCycles(ImmutableArray<ImmutableArray<OrderEdge>> needs, Func<OrderEdge, bool> counts)
{
    // Every round cuts one cycle of each component. Objects that all depend on each other would have more than anyone reads.
    private const int MaximumRounds = 24;

    /// <summary>How many edges are followed from one step after another to find the shortest cycle of all. The cycle of the first is found in any case.</summary>
    public const int MaximumEdges = 1_000_000;

    private readonly HashSet<Ends> cut = [];

    /// <summary>How many edges were followed on the way to cycles.</summary>
    public int Followed { get; private set; }

    public ImmutableArray<OrderCycle> Find()
    {
        if (IsAcyclic())
            return [];
        var found = ImmutableArray.CreateBuilder<OrderCycle>();
        for (var round = 0; round < MaximumRounds; round++)
        {
            var components = StronglyConnectedComponents.Of(Enumerable.Range(0, needs.Length), step => Open(step).Select(edge => edge.Needs.Index)).ToList();
            if (components.Count == 0)
                break;
            foreach (var component in components)
            {
                var cycle = Shortest(component);
                found.Add(cycle);
                cut.Add(EndsOf(cycle.Cause));
            }
        }
        return found.ToImmutable();
    }

    /// <summary>Whether all steps can be made one after another, as in nearly every cluster: those are taken away for which nothing is left to wait.</summary>
    private bool IsAcyclic()
    {
        var users = new int[needs.Length];
        foreach (var edges in needs)
        {
            foreach (var edge in edges)
                users[edge.Needs.Index] += Counts(edge) ? 1 : 0;
        }
        var free = new List<int>(needs.Length);
        for (var step = 0; step < users.Length; step++)
        {
            if (users[step] == 0)
                free.Add(step);
        }
        for (var i = 0; i < free.Count; i++)
        {
            foreach (var edge in needs[free[i]])
            {
                if (Counts(edge) && --users[edge.Needs.Index] == 0)
                    free.Add(edge.Needs.Index);
            }
        }
        return free.Count == needs.Length;
    }

    private bool Counts(OrderEdge edge) => edge.Reason == OrderReason.Sequence || counts(edge);

    private IEnumerable<OrderEdge> Open(int step) =>
        needs[step].Where(edge => edge.Reason == OrderReason.Sequence || (counts(edge) && !cut.Contains(EndsOf(edge))));

    // What is between the same two steps for two reasons is one component to undo.
    private static Ends EndsOf(OrderEdge edge) => new(edge.Event, edge.Needs);

    private OrderCycle Shortest(HashSet<int> component)
    {
        ImmutableArray<OrderEdge> shortest = [];
        // Where two cycles are equally short, names decide: the order in which objects are met differs between clusters.
        foreach (var step in component.OrderBy(step => Open(step).First().Event.Node.ToString(), StringComparer.Ordinal).ThenBy(step => step))
        {
            var path = PathBack(step, component, shortest.IsEmpty ? int.MaxValue : shortest.Length - 1);
            if (!path.IsEmpty)
                shortest = path;
            if (Followed > MaximumEdges)
                break;
        }
        var edges = shortest.RemoveAll(edge => edge.Reason == OrderReason.Sequence);
        var first = edges.MinBy(edge => edge.Event.Node.ToString(), StringComparer.Ordinal) ?? edges[0];
        return new OrderCycle(edges).StartingWith(first);
    }

    /// <summary>The shortest way from a step back to itself; empty when it is longer than allowed.</summary>
    private ImmutableArray<OrderEdge> PathBack(int start, HashSet<int> component, int longest)
    {
        var reached = new Dictionary<int, (OrderEdge By, int Length)>();
        var open = new Queue<int>([start]);
        while (open.TryDequeue(out var step))
        {
            var length = (step == start ? 0 : reached[step].Length) + 1;
            if (length > longest)
                break;
            foreach (var edge in Open(step).Where(edge => component.Contains(edge.Needs.Index)))
            {
                Followed++;
                if (!reached.TryAdd(edge.Needs.Index, (edge, length)))
                    continue;
                if (edge.Needs.Index == start)
                    return Path();
                open.Enqueue(edge.Needs.Index);
            }
        }
        return [];

        ImmutableArray<OrderEdge> Path()
        {
            var path = new List<OrderEdge> { reached[start].By };
            while (path[^1].Event.Index != start)
                path.Add(reached[path[^1].Event.Index].By);
            path.Reverse();
            return [.. path];
        }
    }

    private sealed record Ends(OrderEvent Event, OrderEvent Needs);
}
