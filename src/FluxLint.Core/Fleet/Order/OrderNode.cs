using FluxLint.Flux;
using FluxLint.Kustomize;

namespace FluxLint.Fleet;

/// <summary>A Flux object of a cluster that others may have to wait for.</summary>
public sealed class OrderNode
{
    internal OrderNode(FluxObject @object, int index)
    {
        Object = @object;
        Index = index;
        Started = new(this, OrderStep.Started);
        Applied = new(this, OrderStep.Applied);
        Ready = new(this, OrderStep.Ready);
    }

    /// <summary>The object.</summary>
    public FluxObject Object { get; }

    /// <summary>The object as it is rendered.</summary>
    public Resource Resource => Object.Resource;

    /// <summary>What applies the object; null when nothing in sight does, when bootstrap does, or when several do.</summary>
    public OrderNode? Parent { get; internal set; }

    /// <summary>What the object applies to the cluster; null when it applies nothing that is known.</summary>
    public Inventory? Inventory { get; internal set; }

    /// <summary>The object in messages: <c>Kustomization 'apps'</c>.</summary>
    public string Display => Resource.Id.Display;

    /// <summary>Whether something that it applies is ready only some time after it is applied.</summary>
    public bool AppliesWhatTakesTime => Inventory is { } inventory && inventory.Summary.TakesTime;

    internal int Index { get; }

    /// <summary>The moment in which the object starts.</summary>
    public OrderEvent Started { get; }

    /// <summary>The moment in which all that it stands for is in the cluster.</summary>
    public OrderEvent Applied { get; }

    /// <summary>The moment in which it is ready.</summary>
    public OrderEvent Ready { get; }

    /// <summary>Whether the object is applied by another one, directly or through others.</summary>
    public bool IsBelow(OrderNode other)
    {
        var steps = 0;
        // Two objects may apply each other.
        for (var node = Parent; node is not null && steps < 64; node = node.Parent, steps++)
        {
            if (node == other)
                return true;
        }
        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => Resource.ShownName;
}
