using System.Collections.Immutable;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;

namespace FluxLint.Fleet;

/// <summary>Something of a cluster that is not known, and what it may bring.</summary>
/// <param name="Kinds">The kinds of objects.</param>
/// <param name="Namespace">The only namespace that it brings objects of namespaces to; null for any.</param>
/// <param name="IsOfArtifact">Whether what is unknown is in an artifact that nothing makes.</param>
internal readonly record struct ClusterGap(GapKinds Kinds, string? Namespace, bool IsOfArtifact)
{
    /// <summary>What the groups end in of which it brings definitions, and nothing else; null for any.</summary>
    public string? Groups { get; init; }

    /// <summary>The gaps of a cluster.</summary>
    /// <param name="inventories">What its Flux objects apply.</param>
    /// <param name="isUnknown">Whether there may be more of them.</param>
    public static ImmutableArray<ClusterGap> Of(ImmutableArray<Inventory> inventories, bool isUnknown)
    {
        var found = new HashSet<ClusterGap>();
        if (isUnknown)
            found.Add(new(GapKinds.All, null, false));
        foreach (var inventory in inventories)
        {
            var rendering = inventory.Output?.Rendering;
            var kinds = inventory.State == InventoryState.Built ? (rendering?.Gaps ?? GapKinds.None) & GapKinds.All : GapKinds.All;
            if (kinds != GapKinds.None)
                found.Add(new(kinds, Target(inventory), inventory.State == InventoryState.MissingArtifact));
            foreach (var groups in rendering?.LackedGroups ?? [])
                found.Add(new(GapKinds.Definitions, null, false) { Groups = groups });
        }
        return [.. found];
    }

    /// <summary>Whether an object may come out of it.</summary>
    public bool MayBring(ObjectKey key)
    {
        // Generators are not the only ones to make artifacts, but what is built from one does not make it.
        if (IsOfArtifact && key is { Kind: ExternalArtifact.Kind, Group: FluxGroups.Source })
            return false;
        if (Groups is not null && key is { Kind: "CustomResourceDefinition", Name: var name } && name.IndexOf('.') is >= 0 and var dot)
            return MayDefine(name[(dot + 1)..]);
        var kind = key switch
        {
            { Kind: "CustomResourceDefinition", Group: KubernetesGroups.ApiExtensions } => GapKinds.Definitions,
            { Kind: "ConfigMap" or "Secret", Group: "" } => GapKinds.Data,
            _ => GapKinds.Others,
        };
        return Kinds.HasFlag(kind) && (Namespace is null || key.Namespace.Length == 0 || key.Namespace == Namespace);
    }

    /// <summary>Whether the definition of a group may come out of it.</summary>
    public bool MayDefine(string group) =>
        Kinds.HasFlag(GapKinds.Definitions)
        && (Groups is null || (group.EndsWith(Groups, StringComparison.Ordinal) && (group.Length == Groups.Length || group[^(Groups.Length + 1)] == '.')));

    /// <summary>
    /// The namespace that a Kustomization puts everything into. Where that is one of Flux itself, it may bring Kustomizations that bring
    /// anything anywhere.
    /// </summary>
    public static string? Target(Inventory inventory)
    {
        if (inventory.Kustomization is not { TargetNamespace.Value: { Length: > 0 } target, Resource: { HasUnknownValues: false } owner } || target.HasVariable())
            return null;
        return target == WellKnownNamespaces.FluxSystem || target == owner.Id.Namespace ? null : target;
    }
}
