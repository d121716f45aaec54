using System.Collections.Immutable;
using FluxLint.Schemas;

namespace FluxLint.Semantics;

/// <summary>A kind with the versions that a source of schemas has of it.</summary>
/// <param name="Group">Its group.</param>
/// <param name="Kind">Its name.</param>
/// <param name="Scope">Where its objects live; null when nothing says so.</param>
/// <param name="Versions">Its versions, the newest and most stable first.</param>
/// <param name="Origin">The source, as it is shown.</param>
internal sealed record KnownKind(string Group, string Kind, ResourceScope? Scope, ImmutableArray<KnownVersion> Versions, string Origin)
{
    // What kubectl and flux take as well, where no definition says it.
    private static readonly Dictionary<string, string> ShortNames = new(StringComparer.Ordinal)
    {
        ["cj"] = "CronJob", ["cm"] = "ConfigMap", ["crd"] = "CustomResourceDefinition", ["deploy"] = "Deployment", ["ds"] = "DaemonSet", ["hpa"] = "HorizontalPodAutoscaler",
        ["hr"] = "HelmRelease", ["ing"] = "Ingress", ["ks"] = "Kustomization", ["netpol"] = "NetworkPolicy", ["no"] = "Node", ["ns"] = "Namespace", ["pc"] = "PriorityClass",
        ["pdb"] = "PodDisruptionBudget", ["po"] = "Pod", ["pv"] = "PersistentVolume", ["pvc"] = "PersistentVolumeClaim", ["quota"] = "ResourceQuota", ["rs"] = "ReplicaSet",
        ["sa"] = "ServiceAccount", ["sc"] = "StorageClass", ["sts"] = "StatefulSet", ["svc"] = "Service", ["gitrepo"] = "GitRepository", ["helmrepo"] = "HelmRepository", ["ocirepo"] = "OCIRepository",
    };

    /// <summary>The names that a definition has for it besides.</summary>
    public ImmutableArray<string> OtherNames { get; init; } = [];

    /// <summary>Whether a user may mean it.</summary>
    public bool IsCalled(string name)
    {
        var lower = name.ToLowerInvariant();
        var kind = Kind.ToLowerInvariant();
        return lower == kind || lower == kind + "s" || lower == kind + "es" || (kind.EndsWith('y') && lower == kind[..^1] + "ies")
            || OtherNames.Contains(lower) || ShortNames.GetValueOrDefault(lower) == Kind;
    }

    /// <summary>Group, version and kind as they can be asked for.</summary>
    public string FullName(string version) => Group.Length == 0 ? $"{version}/{Kind}" : $"{Group}/{version}/{Kind}";
}
