namespace FluxLint.Kubernetes;

/// <summary>What Kubernetes has stopped serving, by its deprecated API migration guide.</summary>
internal static class RemovedKubernetesApis
{
    private static readonly Dictionary<VersionedKind, KubernetesApi> Removed =
        All().ToDictionary(removal => new VersionedKind(removal.Api.ApiVersion, removal.Kind), removal => removal.Api);

    /// <summary>Why a cluster of some version does not serve a kind; null when it does, or as far as is known.</summary>
    public static KubernetesApi? Find(string apiVersion, string kind, Version kubernetes)
    {
        if (!Removed.TryGetValue(new(apiVersion, kind), out var api) || api.RemovedIn > kubernetes)
            return null;
        // What came next may be gone as well.
        while (api.Replacement is { } next && Find(next, kind, kubernetes) is { } later)
            api = api with { Replacement = later.Replacement };
        return api;
    }

    private static IEnumerable<Removal> All() =>
    [
        .. Of(16, "extensions/v1beta1", "apps/v1", "DaemonSet", "Deployment", "ReplicaSet"),
        .. Of(16, "extensions/v1beta1", "networking.k8s.io/v1", "NetworkPolicy"),
        .. Of(16, "extensions/v1beta1", "policy/v1beta1", "PodSecurityPolicy"),
        .. Of(16, "apps/v1beta1", "apps/v1", "ControllerRevision", "Deployment", "ReplicaSet", "StatefulSet"),
        .. Of(16, "apps/v1beta2", "apps/v1", "ControllerRevision", "DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"),
        .. Of(22, "admissionregistration.k8s.io/v1beta1", "admissionregistration.k8s.io/v1", "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"),
        .. Of(22, "apiextensions.k8s.io/v1beta1", "apiextensions.k8s.io/v1", "CustomResourceDefinition"),
        .. Of(22, "apiregistration.k8s.io/v1beta1", "apiregistration.k8s.io/v1", "APIService"),
        .. Of(22, "authentication.k8s.io/v1beta1", "authentication.k8s.io/v1", "TokenReview"),
        .. Of(22, "authorization.k8s.io/v1beta1", "authorization.k8s.io/v1", "LocalSubjectAccessReview", "SelfSubjectAccessReview", "SelfSubjectRulesReview", "SubjectAccessReview"),
        .. Of(22, "certificates.k8s.io/v1beta1", "certificates.k8s.io/v1", "CertificateSigningRequest"),
        .. Of(22, "coordination.k8s.io/v1beta1", "coordination.k8s.io/v1", "Lease"),
        .. Of(22, "extensions/v1beta1", "networking.k8s.io/v1", "Ingress"),
        .. Of(22, "networking.k8s.io/v1beta1", "networking.k8s.io/v1", "Ingress", "IngressClass"),
        .. Of(22, "rbac.authorization.k8s.io/v1beta1", "rbac.authorization.k8s.io/v1", "ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"),
        .. Of(22, "scheduling.k8s.io/v1beta1", "scheduling.k8s.io/v1", "PriorityClass"),
        .. Of(22, "storage.k8s.io/v1beta1", "storage.k8s.io/v1", "CSIDriver", "CSINode", "StorageClass", "VolumeAttachment"),
        .. Of(25, "autoscaling/v2beta1", "autoscaling/v2", "HorizontalPodAutoscaler"),
        .. Of(25, "batch/v1beta1", "batch/v1", "CronJob"),
        .. Of(25, "discovery.k8s.io/v1beta1", "discovery.k8s.io/v1", "EndpointSlice"),
        .. Of(25, "events.k8s.io/v1beta1", "events.k8s.io/v1", "Event"),
        .. Of(25, "node.k8s.io/v1beta1", "node.k8s.io/v1", "RuntimeClass"),
        .. Of(25, "policy/v1beta1", "policy/v1", "PodDisruptionBudget"),
        .. Of(25, "policy/v1beta1", null, "PodSecurityPolicy"),
        .. Of(26, "autoscaling/v2beta2", "autoscaling/v2", "HorizontalPodAutoscaler"),
        .. Of(26, "flowcontrol.apiserver.k8s.io/v1beta1", "flowcontrol.apiserver.k8s.io/v1beta3", "FlowSchema", "PriorityLevelConfiguration"),
        .. Of(27, "storage.k8s.io/v1beta1", "storage.k8s.io/v1", "CSIStorageCapacity"),
        .. Of(29, "flowcontrol.apiserver.k8s.io/v1beta2", "flowcontrol.apiserver.k8s.io/v1", "FlowSchema", "PriorityLevelConfiguration"),
        .. Of(32, "flowcontrol.apiserver.k8s.io/v1beta3", "flowcontrol.apiserver.k8s.io/v1", "FlowSchema", "PriorityLevelConfiguration"),
    ];

    private static IEnumerable<Removal> Of(int minor, string apiVersion, string? replacement, params string[] kinds) =>
        kinds.Select(kind => new Removal(kind, new(apiVersion, new(1, minor), replacement)));

    private sealed record Removal(string Kind, KubernetesApi Api);
}
