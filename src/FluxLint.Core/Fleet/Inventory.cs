using System.Collections.Immutable;
using FluxLint.Flux;
using FluxLint.Kustomize;

namespace FluxLint.Fleet;

/// <summary>What one Flux object applies to a cluster, or why that is not known. Flux calls the list of these objects its inventory.</summary>
public sealed class Inventory
{
    internal Inventory()
    {
    }

    /// <summary>The object that applies; null for an entry point that nothing in the repository applies.</summary>
    public required Resource? Owner { get; init; }

    /// <summary>The inventory that the owner is in; null for the entry point.</summary>
    public required Inventory? Parent { get; init; }

    /// <summary>Whether it is built, and if not, why.</summary>
    public required InventoryState State { get; init; }

    /// <summary>The directory that is built, from the repository root; null where <see cref="State"/> tells of none.</summary>
    public string? Directory { get; init; }

    /// <summary>The objects and the build they come from; null when it is not built.</summary>
    public FluxOutput? Output { get; init; }

    /// <summary>The variables that were filled in; those of an object that is not built are not known.</summary>
    public SubstitutionVariables Variables { get; init; } = SubstitutionVariables.None;

    /// <summary>The FluxInstance that the owner is, or makes by its chart; null when it is something else.</summary>
    internal FluxInstance? Instance { get; init; }

    /// <summary>Whether the objects go to a cluster other than the one that keeps the owner (<c>spec.kubeConfig</c>).</summary>
    public bool IsRemote { get; init; }

    /// <summary>The owner as a Kustomization; null when it is something else.</summary>
    public FluxKustomization? Kustomization => Owner is null ? null : FluxKustomization.Of(Owner);

    /// <summary>The directory as people may see it: the path of a Kustomization may have been taken from a Secret.</summary>
    internal string? ShownDirectory => Directory is not null && Kustomization?.Path is { } path && Owner?.Taken.Contains(path) == true ? SecretContent.Stand : Directory;

    /// <summary>The directory that its source is, from the repository root; null where <see cref="Directory"/> is, too.</summary>
    public string? SourceRoot => Directory is { } directory
        ? directory[..^PathInSource.Length].TrimEnd('/')
        : null;

    /// <summary>The path of the Kustomization as Flux reads it, below the root of its source; empty for the root.</summary>
    public string PathInSource => SourceMap.Combine("", Kustomization?.Path?.Value ?? "");

    /// <summary>The objects as they are applied; none where it is not built.</summary>
    public ImmutableArray<Resource> Resources => Output?.Resources ?? [];

    /// <summary>What the objects bring and need; nothing where it is not built.</summary>
    internal OutputSummary Summary => Output?.Summary ?? OutputSummary.None;

    /// <summary>The distinct objects that are applied.</summary>
    internal int CountObjects() => Resources.Select(resource => resource.Key).Distinct().Count();

    /// <inheritdoc/>
    public override string ToString() => Owner?.ShownName ?? Directory ?? "";
}
