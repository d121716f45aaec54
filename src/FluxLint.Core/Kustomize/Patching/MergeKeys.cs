using FluxLint.Kubernetes;
using static FluxLint.Kustomize.Patching.MergeSchema;

namespace FluxLint.Kustomize.Patching;

/// <summary>
/// The strategic merge keys of the built-in kinds: <c>x-kubernetes-patch-strategy</c>, <c>x-kubernetes-patch-merge-key</c> and
/// <c>x-kubernetes-list-map-keys</c> of the Kubernetes API's OpenAPI document in version 1.21.2, which is the one that kustomize
/// carries up to this day. A kind or field that came later, such as <c>autoscaling/v2</c>, merges there like a custom resource, and so here.
/// </summary>
internal static class MergeKeys
{
    private static readonly MergeSchema ObjectMeta = Object(
        ("finalizers", ValueList),
        ("ownerReferences", KeyedList(null, "uid")));

    private static readonly MergeSchema Metadata = Object(("metadata", ObjectMeta));

    private static readonly MergeSchema Conditions = Object(("conditions", KeyedList(null, "type")));

    private static readonly MergeSchema EphemeralContainer = Object(
        ("env", KeyedList(null, "name")),
        ("volumeDevices", KeyedList(null, "devicePath")),
        ("volumeMounts", KeyedList(null, "mountPath")));

    private static readonly MergeSchema Container = EphemeralContainer.With(
        ("ports", KeyedList(null, "containerPort", "protocol")));

    private static readonly MergeSchema Volume = Object(
        ("ephemeral", Object(("volumeClaimTemplate", Metadata))));

    private static readonly MergeSchema PodSpec = Object(
        ("containers", KeyedList(Container, "name")),
        ("ephemeralContainers", KeyedList(EphemeralContainer, "name")),
        ("hostAliases", KeyedList(null, "ip")),
        ("imagePullSecrets", KeyedList(null, "name")),
        ("initContainers", KeyedList(Container, "name")),
        ("topologySpreadConstraints", KeyedList(null, "topologyKey", "whenUnsatisfiable")),
        ("volumes", KeyedList(Volume, "name")));

    private static readonly MergeSchema PodTemplate = Metadata.With(("spec", PodSpec));

    private static readonly MergeSchema JobSpec = Object(("template", PodTemplate));

    private static readonly MergeSchema Workload = Metadata.With(
        ("spec", Object(("template", PodTemplate))),
        ("status", Conditions));

    private static readonly MergeSchema Conditioned = Metadata.With(("status", Conditions));

    private static readonly MergeSchema StatefulSet = Metadata.With(
        ("spec", Object(
            ("template", PodTemplate),
            ("volumeClaimTemplates", ReplacedList(Conditioned)))),
        ("status", Conditions));

    private static readonly MergeSchema CronJob = Metadata.With(
        ("spec", Object(("jobTemplate", Metadata.With(("spec", JobSpec))))));

    private static readonly MergeSchema Pod = Metadata.With(
        ("spec", PodSpec),
        ("status", Conditions.With(("podIPs", KeyedList(null, "ip")))));

    private static readonly MergeSchema Node = Metadata.With(
        ("spec", Object(("podCIDRs", ValueList))),
        ("status", Conditions.With(("addresses", KeyedList(null, "type")))));

    private static readonly MergeSchema Service = Metadata.With(
        ("spec", Object(("ports", KeyedList(null, "port", "protocol")))),
        ("status", Conditions));

    private static readonly MergeSchema Webhooks = Metadata.With(("webhooks", KeyedList(null, "name")));

    private static readonly MergeSchema CsiNode = Metadata.With(("spec", Object(("drivers", KeyedList(null, "name")))));

    private static readonly Dictionary<VersionedKind, MergeSchema> Kinds = Build();

    /// <summary>The merge keys of a kind; null for a custom resource and for a version that kustomize does not know.</summary>
    public static MergeSchema? Of(string apiVersion, string kind) => Kinds.GetValueOrDefault(new(apiVersion, kind));

    private static Dictionary<VersionedKind, MergeSchema> Build()
    {
        var kinds = new Dictionary<VersionedKind, MergeSchema>();
        Add(Workload, "apps/v1", "DaemonSet", "Deployment", "ReplicaSet");
        Add(StatefulSet, "apps/v1", "StatefulSet");
        Add(Workload, "v1", "ReplicationController");
        Add(Workload, "batch/v1", "Job");
        Add(CronJob, "batch/v1", "CronJob");
        Add(CronJob, "batch/v1beta1", "CronJob");
        Add(Pod, "v1", "Pod");
        Add(Metadata.With(("template", PodTemplate)), "v1", "PodTemplate");
        Add(Node, "v1", "Node");
        Add(Service, "v1", "Service");
        Add(Metadata.With(("secrets", KeyedList(null, "name"))), "v1", "ServiceAccount");
        Add(Metadata.With(("conditions", KeyedList(null, "type"))), "v1", "ComponentStatus");
        Add(Conditioned, "v1", "Namespace", "PersistentVolumeClaim");
        Add(Conditioned, "policy/v1", "PodDisruptionBudget");
        Add(Conditioned, "policy/v1beta1", "PodDisruptionBudget");
        Add(Conditioned, "apiregistration.k8s.io/v1", "APIService");
        Add(Conditioned, "apiregistration.k8s.io/v1beta1", "APIService");
        Add(Webhooks, "admissionregistration.k8s.io/v1", "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration");
        Add(Webhooks, "admissionregistration.k8s.io/v1beta1", "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration");
        Add(CsiNode, "storage.k8s.io/v1", "CSINode");
        Add(CsiNode, "storage.k8s.io/v1beta1", "CSINode");

        Add(Metadata, "v1", "Binding", "ConfigMap", "Endpoints", "Event", "LimitRange", "PersistentVolume", "ResourceQuota", "Secret");
        Add(Metadata, "apps/v1", "ControllerRevision");
        Add(Metadata, "autoscaling/v1", "HorizontalPodAutoscaler", "Scale");
        Add(Metadata, "autoscaling/v2beta1", "HorizontalPodAutoscaler");
        Add(Metadata, "autoscaling/v2beta2", "HorizontalPodAutoscaler");
        Add(Metadata, "policy/v1beta1", "Eviction", "PodSecurityPolicy");
        Add(Metadata, "extensions/v1beta1", "Ingress");
        Add(Metadata, "networking.k8s.io/v1", "Ingress", "IngressClass", "NetworkPolicy");
        Add(Metadata, "networking.k8s.io/v1beta1", "Ingress", "IngressClass");
        Add(Metadata, "rbac.authorization.k8s.io/v1", "ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding");
        Add(Metadata, "rbac.authorization.k8s.io/v1beta1", "ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding");
        Add(Metadata, "storage.k8s.io/v1", "CSIDriver", "StorageClass", "VolumeAttachment");
        Add(Metadata, "storage.k8s.io/v1beta1", "CSIDriver", "CSIStorageCapacity", "StorageClass", "VolumeAttachment");
        Add(Metadata, "apiextensions.k8s.io/v1", "CustomResourceDefinition");
        Add(Metadata, "apiextensions.k8s.io/v1beta1", "CustomResourceDefinition");
        Add(Metadata, "scheduling.k8s.io/v1", "PriorityClass");
        Add(Metadata, "scheduling.k8s.io/v1beta1", "PriorityClass");
        Add(Metadata, "coordination.k8s.io/v1", "Lease");
        Add(Metadata, "coordination.k8s.io/v1beta1", "Lease");
        Add(Metadata, "node.k8s.io/v1", "RuntimeClass");
        Add(Metadata, "node.k8s.io/v1beta1", "RuntimeClass");
        Add(Metadata, "certificates.k8s.io/v1", "CertificateSigningRequest");
        Add(Metadata, "certificates.k8s.io/v1beta1", "CertificateSigningRequest");
        Add(Metadata, "discovery.k8s.io/v1", "EndpointSlice");
        Add(Metadata, "discovery.k8s.io/v1beta1", "EndpointSlice");
        Add(Metadata, "events.k8s.io/v1", "Event");
        Add(Metadata, "events.k8s.io/v1beta1", "Event");
        Add(Metadata, "flowcontrol.apiserver.k8s.io/v1beta1", "FlowSchema", "PriorityLevelConfiguration");
        return kinds;

        void Add(MergeSchema schema, string apiVersion, params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
                kinds.Add(new(apiVersion, name), schema);
        }
    }
}
