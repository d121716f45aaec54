using System.Collections.Frozen;

namespace FluxLint.Kustomize;

/// <summary>The built-in kinds without a namespace, from the Kubernetes API reference.</summary>
internal static class ClusterScopedKinds
{
    private const string Both = "v1 v1beta1";

    // A kind name alone tells them apart. Versions are those in the OpenAPI document that kustomize embeds; without one it takes the kind as namespaced.
    private static readonly FrozenDictionary<string, (string Group, string Versions)> Kinds = new Dictionary<string, (string Group, string Versions)>
    {
        ["ComponentStatus"] = ("", "v1"),
        ["Namespace"] = ("", "v1"),
        ["Node"] = ("", "v1"),
        ["PersistentVolume"] = ("", "v1"),
        ["MutatingWebhookConfiguration"] = ("admissionregistration.k8s.io", Both),
        ["ValidatingWebhookConfiguration"] = ("admissionregistration.k8s.io", Both),
        ["MutatingAdmissionPolicy"] = ("admissionregistration.k8s.io", ""),
        ["MutatingAdmissionPolicyBinding"] = ("admissionregistration.k8s.io", ""),
        ["ValidatingAdmissionPolicy"] = ("admissionregistration.k8s.io", ""),
        ["ValidatingAdmissionPolicyBinding"] = ("admissionregistration.k8s.io", ""),
        ["CustomResourceDefinition"] = ("apiextensions.k8s.io", Both),
        ["APIService"] = ("apiregistration.k8s.io", Both),
        ["SelfSubjectReview"] = ("authentication.k8s.io", ""),
        ["TokenReview"] = ("authentication.k8s.io", ""),
        ["SelfSubjectAccessReview"] = ("authorization.k8s.io", ""),
        ["SelfSubjectRulesReview"] = ("authorization.k8s.io", ""),
        ["SubjectAccessReview"] = ("authorization.k8s.io", ""),
        ["CertificateSigningRequest"] = ("certificates.k8s.io", Both),
        ["ClusterTrustBundle"] = ("certificates.k8s.io", ""),
        ["FlowSchema"] = ("flowcontrol.apiserver.k8s.io", "v1beta1"),
        ["PriorityLevelConfiguration"] = ("flowcontrol.apiserver.k8s.io", "v1beta1"),
        ["StorageVersion"] = ("internal.apiserver.k8s.io", ""),
        ["IPAddress"] = ("networking.k8s.io", ""),
        ["IngressClass"] = ("networking.k8s.io", Both),
        ["ServiceCIDR"] = ("networking.k8s.io", ""),
        ["RuntimeClass"] = ("node.k8s.io", Both),
        ["PodSecurityPolicy"] = ("policy", "v1beta1"),
        ["ClusterRole"] = ("rbac.authorization.k8s.io", Both),
        ["ClusterRoleBinding"] = ("rbac.authorization.k8s.io", Both),
        ["DeviceClass"] = ("resource.k8s.io", ""),
        ["ResourceSlice"] = ("resource.k8s.io", ""),
        ["PriorityClass"] = ("scheduling.k8s.io", Both),
        ["CSIDriver"] = ("storage.k8s.io", Both),
        ["CSINode"] = ("storage.k8s.io", Both),
        ["StorageClass"] = ("storage.k8s.io", Both),
        ["VolumeAttachment"] = ("storage.k8s.io", Both),
        ["VolumeAttributesClass"] = ("storage.k8s.io", ""),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Contains(string group, string kind) => Kinds.TryGetValue(kind, out var known) && known.Group == group;

    public static bool IsKnownToKustomize(string group, string version, string kind) =>
        Kinds.TryGetValue(kind, out var known) && known.Group == group && (version == known.Versions || (version is "v1" or "v1beta1" && known.Versions == Both));
}
