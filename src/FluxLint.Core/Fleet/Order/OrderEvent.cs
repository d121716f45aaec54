namespace FluxLint.Fleet;

/// <summary>A step of a Flux object.</summary>
public sealed record OrderEvent
{
    internal OrderEvent(OrderNode node, OrderStep step)
    {
        Node = node;
        Step = step;
    }

    /// <summary>The object.</summary>
    public OrderNode Node { get; }

    /// <summary>The step.</summary>
    internal OrderStep Step { get; }

    internal int Index => (Node.Index * 3) + (int)Step;

    /// <inheritdoc/>
    public override string ToString() => $"{Node} {Step}";
}
