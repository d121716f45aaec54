using System.Collections.Frozen;

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
        ]);

    /// <summary>Whether the API server may set a field.</summary>
    public static bool MaySet(string field) => Names.Contains(field);
}
