using System.Collections.Frozen;
using System.Collections.Immutable;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Schemas;

namespace FluxLint.Fleet;

/// <summary>Tells custom resources from what Kubernetes itself serves.</summary>
public static class CustomKinds
{
    private static readonly FrozenSet<string> BuiltInGroups = new[]
    {
        "admissionregistration.k8s.io", "apiextensions.k8s.io", "apiregistration.k8s.io", "authentication.k8s.io",
        "authorization.k8s.io", "certificates.k8s.io", "coordination.k8s.io", "discovery.k8s.io", "events.k8s.io",
        "flowcontrol.apiserver.k8s.io", "internal.apiserver.k8s.io", "networking.k8s.io", "node.k8s.io",
        "rbac.authorization.k8s.io", "resource.k8s.io", "scheduling.k8s.io", "storage.k8s.io", "storagemigration.k8s.io",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether objects of a group need a custom resource definition. The groups without a dot are all built in.</summary>
    public static bool IsCustom(string group) => group.Contains('.') && !BuiltInGroups.Contains(group);

    /// <summary>Whether a group is one that the components of Flux bring. All of its kinds live in namespaces.</summary>
    public static bool IsFlux(string group) => FluxSchemas.IsFlux(group) && group != FluxGroups.Operator;

    /// <summary>Whether an object may be without a namespace: certain for built-in kinds and those that a manifest of one of its clusters defines.</summary>
    public static bool MayBeClusterScoped(ResourceId id, ImmutableArray<Cluster> clusters)
    {
        if (IsCustom(id.Group))
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
        IsCustom(id.Group)
            ? id.Kind.StartsWith("Cluster", StringComparison.Ordinal) || KnownCharts.Default.IsClusterScoped(id.Group, id.Kind)
            : id.IsClusterScoped;

    /// <summary>Whether a word is the plural that the CRD of a kind goes by, as far as English tells.</summary>
    internal static bool IsPlural(string plural, string kind)
    {
        string[] candidates = [kind, kind + "s", kind + "es", kind.EndsWith('y') ? kind[..^1] + "ies" : kind];
        return candidates.Contains(plural, StringComparer.OrdinalIgnoreCase);
    }
}
