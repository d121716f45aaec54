namespace FluxLint.Fleet;

/// <summary>A step of a Flux object.</summary>
/// <param name="Node">The object.</param>
/// <param name="Step">The step.</param>
public sealed record OrderEvent(OrderNode Node, OrderStep Step)
{
    internal int Index => (Node.Index * 3) + (int)Step;

    /// <inheritdoc/>
    public override string ToString() => $"{Node} {Step}";
}
