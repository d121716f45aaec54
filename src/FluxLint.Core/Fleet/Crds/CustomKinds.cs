using System.Collections.Immutable;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Schemas;

namespace FluxLint.Fleet;

/// <summary>Tells custom resources from what Kubernetes itself serves.</summary>
public static class CustomKinds
{
    /// <summary>Whether a group is one that the components of Flux bring. All of its kinds live in namespaces.</summary>
    internal static bool IsFlux(string group) => FluxGroups.Contains(group) && group != FluxGroups.Operator;

    /// <summary>Whether an object may be without a namespace: certain for built-in kinds and those that a manifest of one of its clusters defines.</summary>
    public static bool MayBeClusterScoped(ResourceId id, ImmutableArray<Cluster> clusters)
    {
        if (!KubernetesGroups.Contains(id.Group))
        {
            foreach (var cluster in clusters)
            {
                if (cluster.Definitions.ScopeOf(id.Group, id.Kind) is { } scope)
                    return scope == ResourceScope.Cluster;
            }
        }
        return MayBeClusterScoped(id);
    }

    /// <summary>Whether objects of a kind may be without a namespace: certain for built-in kinds, for others as far as names and well-known charts tell.</summary>
    public static bool MayBeClusterScoped(ResourceId id) =>
        KubernetesGroups.Contains(id.Group)
            ? id.IsClusterScoped
            : id.Kind.StartsWith("Cluster", StringComparison.Ordinal) || KnownCharts.Default.IsClusterScoped(id.Group, id.Kind);

    /// <summary>Whether a word is the plural that the CRD of a kind goes by, as far as English tells.</summary>
    internal static bool IsPlural(string plural, string kind)
    {
        string[] candidates = [kind, kind + "s", kind + "es", kind.EndsWith('y') ? kind[..^1] + "ies" : kind];
        return candidates.Contains(plural, StringComparer.OrdinalIgnoreCase);
    }
}
