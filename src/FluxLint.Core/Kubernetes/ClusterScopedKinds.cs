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
        ["MutatingWebhookConfiguration"] = new("admissionregistration.k8s.io", Both),
        ["ValidatingWebhookConfiguration"] = new("admissionregistration.k8s.io", Both),
        ["MutatingAdmissionPolicy"] = new("admissionregistration.k8s.io", ""),
        ["MutatingAdmissionPolicyBinding"] = new("admissionregistration.k8s.io", ""),
        ["ValidatingAdmissionPolicy"] = new("admissionregistration.k8s.io", ""),
        ["ValidatingAdmissionPolicyBinding"] = new("admissionregistration.k8s.io", ""),
        ["CustomResourceDefinition"] = new("apiextensions.k8s.io", Both),
        ["APIService"] = new("apiregistration.k8s.io", Both),
        ["SelfSubjectReview"] = new("authentication.k8s.io", ""),
        ["TokenReview"] = new("authentication.k8s.io", ""),
        ["SelfSubjectAccessReview"] = new("authorization.k8s.io", ""),
        ["SelfSubjectRulesReview"] = new("authorization.k8s.io", ""),
        ["SubjectAccessReview"] = new("authorization.k8s.io", ""),
        ["CertificateSigningRequest"] = new("certificates.k8s.io", Both),
        ["ClusterTrustBundle"] = new("certificates.k8s.io", ""),
        ["FlowSchema"] = new("flowcontrol.apiserver.k8s.io", "v1beta1"),
        ["PriorityLevelConfiguration"] = new("flowcontrol.apiserver.k8s.io", "v1beta1"),
        ["StorageVersion"] = new("internal.apiserver.k8s.io", ""),
        ["IPAddress"] = new("networking.k8s.io", ""),
        ["IngressClass"] = new("networking.k8s.io", Both),
        ["ServiceCIDR"] = new("networking.k8s.io", ""),
        ["RuntimeClass"] = new("node.k8s.io", Both),
        ["PodSecurityPolicy"] = new("policy", "v1beta1"),
        ["ClusterRole"] = new("rbac.authorization.k8s.io", Both),
        ["ClusterRoleBinding"] = new("rbac.authorization.k8s.io", Both),
        ["DeviceClass"] = new("resource.k8s.io", ""),
        ["ResourceSlice"] = new("resource.k8s.io", ""),
        ["PriorityClass"] = new("scheduling.k8s.io", Both),
        ["CSIDriver"] = new("storage.k8s.io", Both),
        ["CSINode"] = new("storage.k8s.io", Both),
        ["StorageClass"] = new("storage.k8s.io", Both),
        ["VolumeAttachment"] = new("storage.k8s.io", Both),
        ["VolumeAttributesClass"] = new("storage.k8s.io", ""),
    };

    public static bool Contains(string group, string kind) => Kinds.TryGetValue(kind, out var known) && known.Group == group;

    public static bool IsKnownToKustomize(string group, string version, string kind) =>
        Kinds.TryGetValue(kind, out var known) && known.Group == group && (version == known.Versions || (version is "v1" or "v1beta1" && known.Versions == Both));

    private sealed record ScopedKind(string Group, string Versions);
}
