using System.Collections.Immutable;

namespace FluxLint.Kustomize.Configurations;

/// <summary>The fields of built-in kinds that name another object, as kustomize follows them.</summary>
internal static class BuiltInNameReferences
{
    private static readonly string[] AllPods = ["Pod spec", "PodTemplate template/spec", .. Workloads("Deployment", "ReplicaSet", "DaemonSet", "StatefulSet", "Job")];
    private static readonly string[] MostPods = ["Pod spec", .. Workloads("Deployment", "ReplicationController", "DaemonSet", "StatefulSet", "Job")];

    /// <summary>The kinds that are named, in the order of <see cref="KindOrder"/>, with the fields that name them.</summary>
    public static readonly ImmutableArray<ReferenceTarget> Targets =
    [
        Of("StorageClass storage.k8s.io v1",
            "PersistentVolume spec/storageClassName", "PersistentVolumeClaim spec/storageClassName",
            "StatefulSet spec/volumeClaimTemplates/spec/storageClassName"),
        Of("ServiceAccount * v1",
            [.. InPods(MostPods, "serviceAccountName"),
            "RoleBinding.rbac.authorization.k8s.io subjects", "ClusterRoleBinding.rbac.authorization.k8s.io subjects"]),
        Of("Role rbac.authorization.k8s.io *", "RoleBinding.rbac.authorization.k8s.io roleRef/name"),
        Of("ClusterRole rbac.authorization.k8s.io *",
            "RoleBinding.rbac.authorization.k8s.io roleRef/name", "ClusterRoleBinding.rbac.authorization.k8s.io roleRef/name"),
        Of("ConfigMap * v1",
            [.. InPods(AllPods, "volumes/configMap/name", "volumes/projected/sources/configMap/name",
                "containers/env/valueFrom/configMapKeyRef/name", "initContainers/env/valueFrom/configMapKeyRef/name",
                "containers/envFrom/configMapRef/name", "initContainers/envFrom/configMapRef/name"),
            "Node spec/configSource/configMap", "Role rules/resourceNames", "ClusterRole rules/resourceNames",
            @"Ingress metadata/annotations/nginx.ingress.kubernetes.io\/fastcgi-params-configmap"]),
        Of("Secret * v1",
            [.. InPods(AllPods, "volumes/secret/secretName", "volumes/projected/sources/secret/name", "imagePullSecrets/name",
                "containers/env/valueFrom/secretKeyRef/name", "initContainers/env/valueFrom/secretKeyRef/name",
                "containers/envFrom/secretRef/name", "initContainers/envFrom/secretRef/name"),
            "Service.serving.knative.dev spec/template/spec/containers/env/valueFrom/secretKeyRef/name",
            "Ingress spec/tls/secretName", @"Ingress metadata/annotations/ingress.kubernetes.io\/auth-secret",
            @"Ingress metadata/annotations/nginx.ingress.kubernetes.io\/auth-secret",
            @"Ingress metadata/annotations/nginx.ingress.kubernetes.io\/auth-tls-secret",
            "ServiceAccount imagePullSecrets/name",
            "StorageClass parameters/secretName", "StorageClass parameters/adminSecretName",
            "StorageClass parameters/userSecretName", "StorageClass parameters/secretRef",
            "Role rules/resourceNames", "ClusterRole rules/resourceNames", "PersistentVolume spec/azureFile/secretName"]),
        Of("Service * v1",
            "StatefulSet.apps spec/serviceName",
            "Ingress spec/rules/http/paths/backend/serviceName", "Ingress spec/backend/serviceName",
            "Ingress spec/rules/http/paths/backend/service/name", "Ingress spec/defaultBackend/service/name",
            "APIService.apiregistration.k8s.io spec/service/name",
            "ValidatingWebhookConfiguration.admissionregistration.k8s.io webhooks/clientConfig/service",
            "MutatingWebhookConfiguration.admissionregistration.k8s.io webhooks/clientConfig/service"),
        Of("PriorityClass scheduling.k8s.io v1", [.. InPods(MostPods, "priorityClassName")]),
        Of("ValidatingAdmissionPolicy admissionregistration.k8s.io *", "ValidatingAdmissionPolicyBinding.admissionregistration.k8s.io spec/policyName"),
        Of("PersistentVolume * v1", "PersistentVolumeClaim spec/volumeName", "ClusterRole rules/resourceNames"),
        Of("PersistentVolumeClaim * v1", [.. InPods(MostPods, "volumes/persistentVolumeClaim/claimName")]),
        Of("Deployment * *", "HorizontalPodAutoscaler spec/scaleTargetRef/name"),
        Of("StatefulSet * *", "HorizontalPodAutoscaler spec/scaleTargetRef/name"),
        Of("ReplicaSet * *", "HorizontalPodAutoscaler spec/scaleTargetRef/name"),
        Of("ReplicationController * *", "HorizontalPodAutoscaler spec/scaleTargetRef/name"),
    ];

    private static ReferenceTarget Of(string target, params string[] fields)
    {
        var parts = target.Split(' ');
        return new(new(FieldSpec.NamePath, parts[0], parts[1].TrimStart('*'), parts[2].TrimStart('*')), [.. fields.Select(Field)]);

        FieldSpec Field(string field)
        {
            var space = field.IndexOf(' ');
            var dot = field.IndexOf('.', 0, space);
            var kind = field[..(dot < 0 ? space : dot)];
            // Names of ConfigMaps and Secrets are only followed from v1; Knative's Service shares its kind with the core one.
            var isVersioned = kind == "Service" || (kind == "Pod" && parts[0] is "ConfigMap" or "Secret");
            return new(field[(space + 1)..], kind, dot < 0 ? "" : field[(dot + 1)..space], isVersioned ? "v1" : "");
        }
    }

    private static IEnumerable<string> InPods(string[] pods, params string[] fields) =>
        pods.SelectMany(pod => fields, (pod, field) => $"{pod}/{field}");

    private static IEnumerable<string> Workloads(params string[] kinds) =>
        kinds.Select(kind => $"{kind} spec/template/spec").Append("CronJob spec/jobTemplate/spec/template/spec");
}
