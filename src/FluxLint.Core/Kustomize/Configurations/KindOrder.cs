using System.Collections.Frozen;
using System.Collections.Immutable;

namespace FluxLint.Kustomize.Configurations;

/// <summary>The order in which kustomize goes through kinds: those that others need come first, and those that watch over others last.</summary>
internal static class KindOrder
{
    /// <summary>The kinds that others need.</summary>
    public static readonly ImmutableArray<string> First =
    [
        "Namespace", "ResourceQuota", "StorageClass", "CustomResourceDefinition", "ServiceAccount", "PodSecurityPolicy", "Role",
        "ClusterRole", "RoleBinding", "ClusterRoleBinding", "ConfigMap", "Secret", "Endpoints", "Service", "LimitRange", "PriorityClass",
        "PersistentVolume", "PersistentVolumeClaim", "Deployment", "StatefulSet", "CronJob", "PodDisruptionBudget",
    ];

    /// <summary>The kinds that watch over others.</summary>
    public static readonly ImmutableArray<string> Last = ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"];

    private static readonly FrozenDictionary<string, int> Ranks = First
        .Select((kind, index) => KeyValuePair.Create(kind, index - First.Length))
        .Concat(Last.Select((kind, index) => KeyValuePair.Create(kind, index + 1)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Compares by rank of the kind, then by group, version and kind, of which an empty one comes last.</summary>
    public static int Compare(FieldSpec left, FieldSpec right)
    {
        var rank = Ranks.GetValueOrDefault(left.Kind).CompareTo(Ranks.GetValueOrDefault(right.Kind));
        return rank != 0 ? rank : string.CompareOrdinal(Text(left), Text(right));
    }

    private static string Text(FieldSpec spec) => $"{OrLast(spec.Group, "~G")}_{OrLast(spec.Version, "~V")}_{OrLast(spec.Kind, "~K")}";

    private static string OrLast(string text, string last) => text.Length == 0 ? last : text;
}
