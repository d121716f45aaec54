using System.Collections.Immutable;
using FluxLint.Kubernetes;

namespace FluxLint.Fleet;

/// <summary>
/// What must come before what when a cluster is built from nothing: the steps of its Flux objects, and what each of them
/// needs. It holds what is certain; what is not known has no edges.
/// </summary>
public sealed class OrderGraph
{
    private readonly IReadOnlyDictionary<ObjectKey, OrderNode> index;
    private readonly ImmutableArray<ImmutableArray<OrderEdge>> needs;

    internal OrderGraph(ImmutableArray<OrderNode> nodes, IReadOnlyDictionary<ObjectKey, OrderNode> index, ImmutableArray<ImmutableArray<OrderEdge>> needs)
    {
        Nodes = nodes;
        this.index = index;
        this.needs = needs;
    }

    /// <summary>The objects in the order in which the cluster meets them.</summary>
    public ImmutableArray<OrderNode> Nodes { get; }

    /// <summary>All edges, by the objects that have to wait.</summary>
    public IEnumerable<OrderEdge> Edges
    {
        get
        {
            foreach (var edges in needs)
            {
                foreach (var edge in edges)
                {
                    if (edge.Reason != OrderReason.Sequence)
                        yield return edge;
                }
            }
        }
    }

    /// <summary>The object of a name; null when the cluster does not have it, or nobody waits for its kind.</summary>
    public OrderNode? Find(ObjectKey key) => index.GetValueOrDefault(key);

    /// <summary>What a step needs before it, directly.</summary>
    public ImmutableArray<OrderEdge> NeedsOf(OrderEvent step) => needs[step.Index];

    /// <summary>Whether a step needs another before it, directly or through others.</summary>
    /// <param name="step">The step that may have to wait.</param>
    /// <param name="other">The step that may come first.</param>
    /// <param name="without">Edges that do not count; null counts all.</param>
    public bool Needs(OrderEvent step, OrderEvent other, Func<OrderEdge, bool>? without = null) => AnyNeeds([step], other, without);

    /// <summary>Whether any of some steps needs another before it, directly or through others.</summary>
    /// <param name="steps">The steps that may have to wait.</param>
    /// <param name="other">The step that may come first.</param>
    /// <param name="without">Edges that do not count; null counts all.</param>
    public bool AnyNeeds(IEnumerable<OrderEvent> steps, OrderEvent other, Func<OrderEdge, bool>? without = null)
    {
        var seen = new bool[needs.Length];
        var open = new List<int>();
        foreach (var step in steps)
        {
            seen[step.Index] = true;
            open.Add(step.Index);
        }
        for (var i = 0; i < open.Count; i++)
        {
            foreach (var edge in needs[open[i]])
            {
                if (seen[edge.Needs.Index] || without?.Invoke(edge) == true)
                    continue;
                if (edge.Needs == other)
                    return true;
                seen[edge.Needs.Index] = true;
                open.Add(edge.Needs.Index);
            }
        }
        return false;
    }

    /// <summary>The cycles of some edges: the shortest first, and then those that are left when the cause of that is gone.</summary>
    /// <param name="counts">Which edges count beside the sequence of steps; null counts all.</param>
    public ImmutableArray<OrderCycle> Cycles(Func<OrderEdge, bool>? counts = null) => new OrderCycles(needs, counts ?? (_ => true)).Find();
}
