namespace FluxLint.Kubernetes;

/// <summary>The built-in kinds without a namespace, from the Kubernetes API reference.</summary>
internal static class ClusterScopedKinds
{
    private const string Both = "v1 v1beta1";

    // A kind name alone tells them apart. Versions are those in the OpenAPI document that kustomize embeds; without one it takes the kind as namespaced.
    private static readonly Dictionary<string, ScopedKind> Kinds = new(StringComparer.Ordinal)
    {
        ["ComponentStatus"] = new("", "v1"),
        ["Namespace"] = new("", "v1"),
        ["Node"] = new("", "v1"),
        ["PersistentVolume"] = new("", "v1"),
        ["MutatingWebhookConfiguration"] = new(KubernetesGroups.AdmissionRegistration, Both),
        ["ValidatingWebhookConfiguration"] = new(KubernetesGroups.AdmissionRegistration, Both),
        ["MutatingAdmissionPolicy"] = new(KubernetesGroups.AdmissionRegistration, ""),
        ["MutatingAdmissionPolicyBinding"] = new(KubernetesGroups.AdmissionRegistration, ""),
        ["ValidatingAdmissionPolicy"] = new(KubernetesGroups.AdmissionRegistration, ""),
        ["ValidatingAdmissionPolicyBinding"] = new(KubernetesGroups.AdmissionRegistration, ""),
        ["CustomResourceDefinition"] = new(KubernetesGroups.ApiExtensions, Both),
        ["APIService"] = new(KubernetesGroups.ApiRegistration, Both),
        ["SelfSubjectReview"] = new(KubernetesGroups.Authentication, ""),
        ["TokenReview"] = new(KubernetesGroups.Authentication, ""),
        ["SelfSubjectAccessReview"] = new(KubernetesGroups.Authorization, ""),
        ["SelfSubjectRulesReview"] = new(KubernetesGroups.Authorization, ""),
        ["SubjectAccessReview"] = new(KubernetesGroups.Authorization, ""),
        ["CertificateSigningRequest"] = new(KubernetesGroups.Certificates, Both),
        ["ClusterTrustBundle"] = new(KubernetesGroups.Certificates, ""),
        ["FlowSchema"] = new(KubernetesGroups.FlowControl, "v1beta1"),
        ["PriorityLevelConfiguration"] = new(KubernetesGroups.FlowControl, "v1beta1"),
        ["StorageVersion"] = new(KubernetesGroups.InternalApiServer, ""),
        ["ClusterCIDR"] = new(KubernetesGroups.Networking, ""),
        ["IPAddress"] = new(KubernetesGroups.Networking, ""),
        ["IngressClass"] = new(KubernetesGroups.Networking, Both),
        ["ServiceCIDR"] = new(KubernetesGroups.Networking, ""),
        ["RuntimeClass"] = new(KubernetesGroups.Node, Both),
        ["PodSecurityPolicy"] = new("policy", "v1beta1"),
        ["ClusterRole"] = new(KubernetesGroups.Rbac, Both),
        ["ClusterRoleBinding"] = new(KubernetesGroups.Rbac, Both),
        ["DeviceClass"] = new(KubernetesGroups.Resource, ""),
        ["DeviceTaintRule"] = new(KubernetesGroups.Resource, ""),
        ["ResourceClass"] = new(KubernetesGroups.Resource, ""),
        ["ResourcePoolStatusRequest"] = new(KubernetesGroups.Resource, ""),
        ["ResourceSlice"] = new(KubernetesGroups.Resource, ""),
        ["PriorityClass"] = new(KubernetesGroups.Scheduling, Both),
        ["CSIDriver"] = new(KubernetesGroups.Storage, Both),
        ["CSINode"] = new(KubernetesGroups.Storage, Both),
        ["StorageClass"] = new(KubernetesGroups.Storage, Both),
        ["VolumeAttachment"] = new(KubernetesGroups.Storage, Both),
        ["VolumeAttributesClass"] = new(KubernetesGroups.Storage, ""),
        ["StorageVersionMigration"] = new("storagemigration.k8s.io", ""),
    };

    public static bool Contains(string group, string kind) => Kinds.TryGetValue(kind, out var known) && known.Group == group;

    public static bool IsKnownToKustomize(string group, string version, string kind) =>
        Kinds.TryGetValue(kind, out var known) && known.Group == group && (version == known.Versions || (version is "v1" or "v1beta1" && known.Versions == Both));

    private sealed record ScopedKind(string Group, string Versions);
}
