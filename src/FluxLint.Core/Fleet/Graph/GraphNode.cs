using FluxLint.Flux;
using FluxLint.Kustomize;

namespace FluxLint.Fleet;

/// <summary>An object in the picture of a cluster: one that applies others, a release, or what such a one takes its content from.</summary>
/// <param name="Id">What no other node of the graph is called: as <see cref="Resource"/> prints, or the directory of an entry point that nothing applies.</param>
/// <param name="Resource">The object; null for an entry point that nothing in the repository applies.</param>
/// <param name="Parent">What applies it; null for the entry point, and for what bootstrap brings.</param>
/// <param name="Inventory">What it applies; null for an object that applies nothing.</param>
/// <param name="Chart">The chart of a release.</param>
internal sealed record GraphNode(string Id, Resource? Resource, GraphNode? Parent, Inventory? Inventory, ReleasedChart? Chart)
{
    /// <summary>The object as Flux understands it.</summary>
    public FluxObject? Object { get; } = Resource is null ? null : FluxObject.Of(Resource);

    /// <summary>Whether the object does something itself, rather than hold content for others.</summary>
    public bool Acts => Inventory is not null || Chart is not null;

    /// <summary>The distinct objects that it applies; null when that is not known, and for what applies nothing.</summary>
    public int? Objects => Inventory is { Output: not null } inventory ? inventory.CountObjects() : null;

    /// <summary>Whether another node is the very same.</summary>
    public bool Equals(GraphNode? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Id;
}
