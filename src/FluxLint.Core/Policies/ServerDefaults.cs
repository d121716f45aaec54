using System.Collections.Frozen;
using FluxLint.Kustomize;
using FluxLint.Policies.Admission;
using FluxLint.Schemas.Cel;
using FluxLint.Syntax;

namespace FluxLint.Policies;

/// <summary>
/// Fields that the API server fills in before policies see an object, mostly with its own values (k8s.io/kubernetes, pkg/apis/*/v1/defaults.go, and the admission
/// plugins for service accounts, priorities and limits). What they will be where a manifest lacks them is not known.
/// </summary>
internal static class ServerDefaults
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            "replicas", "strategy", "updateStrategy", "revisionHistoryLimit", "progressDeadlineSeconds", "podManagementPolicy", "minReadySeconds", "persistentVolumeClaimRetentionPolicy",
            "imagePullPolicy", "terminationMessagePath", "terminationMessagePolicy", "terminationGracePeriodSeconds", "dnsPolicy", "restartPolicy", "schedulerName", "securityContext",
            "serviceAccount", "serviceAccountName", "enableServiceLinks", "preemptionPolicy", "priority", "tolerations", "resources", "limits", "requests", "volumes", "volumeMounts", "env",
            "protocol", "targetPort", "type", "sessionAffinity", "clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy", "internalTrafficPolicy", "externalTrafficPolicy", "nodePort",
            "completions", "completionMode", "parallelism", "backoffLimit", "suspend", "concurrencyPolicy", "successfulJobsHistoryLimit", "failedJobsHistoryLimit", "podReplacementPolicy",
            "defaultMode", "volumeMode", "storageClassName", "volumeName", "scheme", "timeoutSeconds", "periodSeconds", "successThreshold", "failureThreshold", "initialDelaySeconds",
            "uid", "creationTimestamp", "generation", "resourceVersion", "managedFields", "finalizers", "ownerReferences", "policyTypes", "ingressClassName", "selector", "behavior", "metrics",
            "reclaimPolicy", "volumeBindingMode", "apiGroup", "fieldPath", "apiVersion", "divisor", "matchPolicy", "failurePolicy", "hostPort", "fsType",
            "minReplicas", "scaleUp", "scaleDown", "policies", "selectPolicy", "stabilizationWindowSeconds", "rollingUpdate", "maxSurge", "maxUnavailable", "partition", "path", "expirationSeconds",
            "whenScaled", "whenDeleted", "kind", "sessionAffinityConfig", "clientIP", "allocateLoadBalancerNodePorts", "healthCheckNodePort", "spec", "namespaceSelector", "objectSelector",
            "reinvocationPolicy", "port", "scope", "conversion", "listKind", "singular", "resizePolicy",
        ]);

    private static readonly FrozenSet<string> LabelsOfFlux = FrozenSet.Create(
        StringComparer.Ordinal,
        ["kustomize.toolkit.fluxcd.io/name", "kustomize.toolkit.fluxcd.io/namespace", "fluxcd.controlplane.io/name", "fluxcd.controlplane.io/namespace", "resourceset.fluxcd.controlplane.io/name", "resourceset.fluxcd.controlplane.io/namespace"]);

    /// <summary>Whether the API server may set a field.</summary>
    public static bool MaySet(string field) => Names.Contains(field);

    /// <summary>Whether the API server may have something else where a field is written, or where it is not.</summary>
    public static bool MayChange(Resource resource, YamlMapping mapping, string field) => resource.Id switch
    {
        // It moves text into the data.
        { Group: "", Kind: SecretContent.Kind } => field is "data" or "stringData" && ReferenceEquals(mapping, resource.Root) && mapping.Contains("stringData"),
        // It gives the pods of a Job labels to know them by.
        { Group: "batch", Kind: "Job" } => (field == "metadata" && ReferenceEquals(mapping, resource.Root.At("spec", "template"))) || (field == "labels" && ReferenceEquals(mapping, resource.Root.At("spec", "template", "metadata"))),
        // Who applies an object without a namespace chooses one.
        { Namespace: "", IsClusterScoped: false } => field == "namespace" && ReferenceEquals(mapping, resource.Root["metadata"]),
        _ => false,
    };

    /// <summary>The value of a label that whoever applies an object sets; null for other fields.</summary>
    public static CelValue? Label(Resource resource, YamlMapping mapping, string name)
    {
        var isLabel = mapping.Entries.IsEmpty || ReferenceEquals(mapping, resource.Root.At("metadata", "labels"));
        if (isLabel && name == AdmissionMatch.NameLabel && resource.Id is { Group: "", Kind: "Namespace" })
            return new CelValue.Str(resource.Id.Name);
        return isLabel && LabelsOfFlux.Contains(name) ? new CelValue.Unknown() : null;
    }
}
