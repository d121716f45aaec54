using FluxLint.Diagnostics;
using FluxLint.Kustomize;

namespace FluxLint.Fleet;

/// <summary>One thing that must come before another in a cluster.</summary>
/// <param name="Event">What has to wait.</param>
/// <param name="Needs">What it waits for.</param>
/// <param name="Reason">Why.</param>
/// <param name="Place">What causes it: the entry, the reference or the object.</param>
/// <param name="Detail">The namespace or kind that is needed; empty for other reasons.</param>
public sealed record OrderEdge(OrderEvent Event, OrderEvent Needs, OrderReason Reason, Place Place, string Detail = "")
{
    /// <summary>Where that is written.</summary>
    public Location Location => Place.Location;

    /// <summary>What the waiting object does, in words: <c>depends on Kustomization 'infra'</c>.</summary>
    public string Predicate => Reason switch
    {
        OrderReason.DependsOn => $"depends on {Needs.Node.Display}",
        OrderReason.Source => $"takes its content from {Needs.Node.Display}",
        OrderReason.Parent => $"is applied by {Needs.Node.Display}",
        OrderReason.Wait => $"waits for {Needs.Node.Display}",
        OrderReason.HealthCheck => $"checks the health of {Needs.Node.Display}",
        OrderReason.Namespace => $"needs namespace '{Detail}' from {Needs.Node.Display}",
        OrderReason.Definition => $"needs the CRD of '{Detail}' from {Needs.Node.Display}",
        _ => "takes one step after the other",
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Event.Node.Display} {Predicate}";
}
