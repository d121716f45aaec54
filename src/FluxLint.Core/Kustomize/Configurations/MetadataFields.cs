using System.Collections.Immutable;
using FluxLint.Kubernetes;

namespace FluxLint.Kustomize.Configurations;

/// <summary>Where labels and annotations of a kustomization go, as the Kubernetes API has them.</summary>
internal static class MetadataFields
{
    /// <summary>The labels of the object itself.</summary>
    public static readonly FieldSpec Labels = new("metadata/labels", Create: true);

    /// <summary>The labels of the objects that it makes.</summary>
    public static readonly ImmutableArray<FieldSpec> TemplateLabels =
    [
        .. Templates("labels", statefulSetGroup: "apps"),
        new("spec/volumeClaimTemplates[]/metadata/labels", "StatefulSet", "apps", Create: true),
    ];

    /// <summary>Labels of the object, of what it makes, and of what it selects.</summary>
    public static readonly ImmutableArray<FieldSpec> LabelsAndSelectors =
    [
        Labels,
        .. TemplateLabels,
        new("spec/selector", "Service", Version: "v1", Create: true),
        new("spec/selector", "ReplicationController", Version: "v1", Create: true),
        new("spec/selector/matchLabels", "Deployment", Create: true),
        new("spec/selector/matchLabels", "ReplicaSet", Create: true),
        new("spec/selector/matchLabels", "DaemonSet", Create: true),
        new("spec/selector/matchLabels", "StatefulSet", "apps", Create: true),
        .. Neighbours("Deployment"),
        .. Neighbours("StatefulSet"),
        new("spec/selector/matchLabels", "Job", "batch"),
        new("spec/jobTemplate/spec/selector/matchLabels", "CronJob", "batch"),
        new("spec/selector/matchLabels", "PodDisruptionBudget", "policy"),
        new("spec/podSelector/matchLabels", "NetworkPolicy", KubernetesGroups.Networking),
        new("spec/ingress/from/podSelector/matchLabels", "NetworkPolicy", KubernetesGroups.Networking),
        new("spec/egress/to/podSelector/matchLabels", "NetworkPolicy", KubernetesGroups.Networking),
    ];

    /// <summary>The annotations of the object and of the objects that it makes.</summary>
    public static readonly ImmutableArray<FieldSpec> Annotations = [new("metadata/annotations", Create: true), .. Templates("annotations", statefulSetGroup: "")];

    private static FieldSpec[] Templates(string field, string statefulSetGroup) =>
    [
        new($"spec/template/metadata/{field}", "ReplicationController", Version: "v1", Create: true),
        new($"spec/template/metadata/{field}", "Deployment", Create: true),
        new($"spec/template/metadata/{field}", "ReplicaSet", Create: true),
        new($"spec/template/metadata/{field}", "DaemonSet", Create: true),
        new($"spec/template/metadata/{field}", "StatefulSet", statefulSetGroup, Create: true),
        new($"spec/template/metadata/{field}", "Job", "batch", Create: true),
        new($"spec/jobTemplate/metadata/{field}", "CronJob", "batch", Create: true),
        new($"spec/jobTemplate/spec/template/metadata/{field}", "CronJob", "batch", Create: true),
    ];

    private static FieldSpec[] Neighbours(string kind)
    {
        const string affinity = "spec/template/spec/affinity";
        const string preferred = "preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm/labelSelector/matchLabels";
        const string required = "requiredDuringSchedulingIgnoredDuringExecution/labelSelector/matchLabels";
        return
        [
            new($"{affinity}/podAffinity/{preferred}", kind, "apps"),
            new($"{affinity}/podAffinity/{required}", kind, "apps"),
            new($"{affinity}/podAntiAffinity/{preferred}", kind, "apps"),
            new($"{affinity}/podAntiAffinity/{required}", kind, "apps"),
            new("spec/template/spec/topologySpreadConstraints/labelSelector/matchLabels", kind, "apps"),
        ];
    }
}
