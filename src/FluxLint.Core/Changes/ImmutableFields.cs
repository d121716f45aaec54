using System.Collections.Immutable;
using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace FluxLint.Changes;

/// <summary>The fields that cannot be changed.</summary>
/// <remarks>
/// As Kubernetes 1.33 validates updates: pkg/registry/apps/*/strategy.go and pkg/apis/apps/validation (selectors, <c>ValidateStatefulSetUpdate</c>),
/// pkg/apis/batch/validation (<c>ValidateJobSpecUpdate</c>), pkg/apis/core/validation (<c>ValidateServiceUpdate</c>, <c>ValidatePersistentVolumeClaimUpdate</c>,
/// <c>ValidatePersistentVolumeUpdate</c>, <c>ValidateConfigMapUpdate</c>, <c>ValidateSecretUpdate</c>), pkg/apis/storage/validation (<c>ValidateStorageClassUpdate</c>),
/// pkg/apis/rbac/validation (<c>ValidateRoleBindingUpdate</c>), pkg/apis/networking/validation (<c>ValidateIngressClassUpdate</c>), pkg/apis/scheduling/validation
/// (<c>ValidatePriorityClassUpdate</c>), pkg/apis/node/validation (<c>ValidateRuntimeClassUpdate</c>), apiextensions-apiserver/pkg/apis/apiextensions/validation.
/// </remarks>
internal static class ImmutableFields
{
    private static readonly ImmutableArray<ImmutableField> All =
    [
        new("apps", "Deployment", "spec.selector"),
        new("apps", "DaemonSet", "spec.selector"),
        new("apps", "ReplicaSet", "spec.selector"),
        new("apps", "StatefulSet", "spec")
        {
            Except = ["replicas", "ordinals", "template", "updateStrategy", "revisionHistoryLimit", "persistentVolumeClaimRetentionPolicy", "minReadySeconds"],
        },
        new("batch", "Job", "spec.template"),
        new("batch", "Job", "spec.selector"),
        new("batch", "Job", "spec.completionMode"),
        new("batch", "Job", "spec.podFailurePolicy"),
        new("batch", "Job", "spec.backoffLimitPerIndex"),
        new("batch", "Job", "spec.managedBy"),
        new("batch", "Job", "spec.successPolicy"),
        new("", "Service", "spec.clusterIP") { MayBeLeftOut = true },
        new("", "PersistentVolumeClaim", "spec") { Except = ["resources", "volumeAttributesClassName"] },
        new("", "PersistentVolume", "spec.volumeMode"),
        new("", "PersistentVolume", "spec.csi"),
        new("", "PersistentVolume", "spec.nfs"),
        new("", "PersistentVolume", "spec.hostPath"),
        new("", "PersistentVolume", "spec.local"),
        new("", "ConfigMap", "data") { Condition = "immutable" },
        new("", "ConfigMap", "binaryData") { Condition = "immutable" },
        new("", "ConfigMap", "immutable") { Condition = "immutable" },
        new("", "Secret", "type"),
        new("", "Secret", "data") { Condition = "immutable" },
        new("", "Secret", "stringData") { Condition = "immutable" },
        new("", "Secret", "immutable") { Condition = "immutable" },
        new("storage.k8s.io", "StorageClass", "provisioner"),
        new("storage.k8s.io", "StorageClass", "parameters"),
        new("storage.k8s.io", "StorageClass", "reclaimPolicy"),
        new("storage.k8s.io", "StorageClass", "volumeBindingMode"),
        new("rbac.authorization.k8s.io", "RoleBinding", "roleRef"),
        new("rbac.authorization.k8s.io", "ClusterRoleBinding", "roleRef"),
        new("networking.k8s.io", "IngressClass", "spec.controller"),
        new("scheduling.k8s.io", "PriorityClass", "value"),
        new("scheduling.k8s.io", "PriorityClass", "preemptionPolicy"),
        new("node.k8s.io", "RuntimeClass", "handler"),
        new("apiextensions.k8s.io", "CustomResourceDefinition", "spec.scope"),
        new("apiextensions.k8s.io", "CustomResourceDefinition", "spec.names.kind"),
    ];

    /// <summary>Whether a change of a field is refused.</summary>
    public static bool Refuse(ResourceId id, YamlMapping before, FieldChange change)
    {
        var path = string.Join('.', change.Path.Steps.Select(step => step.Name));
        return All.Any(field =>
            field.Group == id.Group && field.Kind == id.Kind && IsWithin(field.Path, path)
            && !field.Except.Any(exempt => IsWithin($"{field.Path}.{exempt}", path))
            && (field.Condition.Length == 0 || before.IsTrue(field.Condition))
            && !(field.MayBeLeftOut && (change.After is null || change.Before is null)));
    }

    private static bool IsWithin(string field, string path) =>
        path.StartsWith(field, StringComparison.Ordinal) && (path.Length == field.Length || path[field.Length] == '.');
}
