using System.Collections.Immutable;
using FluxLint.Flux;

namespace FluxLint.Fleet;

/// <summary>Sorts the objects of an order topologically, into levels by when they can start at the earliest.</summary>
internal static class TopologicalLevels
{
    /// <summary>The objects that may start together, the first first. Those that wait in a cycle, or for one, are in none.</summary>
    public static ImmutableArray<ImmutableArray<OrderNode>> Of(OrderGraph order)
    {
        var steps = order.Nodes.SelectMany(node => (OrderEvent[])[node.Started, node.Applied, node.Ready]).ToList();
        var waiting = steps.ToDictionary(step => step, step => order.NeedsOf(step).Length);
        var followers = steps.SelectMany(step => order.NeedsOf(step)).ToLookup(edge => edge.Needs);
        var levels = steps.ToDictionary(step => step, _ => 0);
        var open = new Queue<OrderEvent>(steps.Where(step => waiting[step] == 0));
        var starts = new List<OrderEvent>();
        while (open.TryDequeue(out var step))
        {
            if (step.Step == OrderStep.Started)
                starts.Add(step);
            foreach (var edge in followers[step])
            {
                levels[edge.Event] = Math.Max(levels[edge.Event], levels[step] + Length(edge));
                if (--waiting[edge.Event] == 0)
                    open.Enqueue(edge.Event);
            }
        }
        return [.. starts.GroupBy(start => levels[start]).OrderBy(wave => wave.Key).Select(wave => wave.Select(start => start.Node).ToImmutableArray())];
    }

    // A source is ready as soon as it is there, as far as the order of others goes.
    private static int Length(OrderEdge edge) => edge.Event.Node == edge.Needs.Node || edge.Needs.Node.Object is Source or ArtifactGenerator ? 0 : 1;
}
