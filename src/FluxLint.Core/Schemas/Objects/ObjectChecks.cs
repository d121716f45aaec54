using System.Collections.Immutable;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>
/// What the API server checks of built-in kinds in code, beyond their schemas (k8s.io/kubernetes, <c>pkg/apis/*/validation</c>), once it has filled
/// in defaults. What any of the known releases takes is right, and of what is not known here nothing is said.
/// </summary>
internal static class ObjectChecks
{
    /// <summary>What validation has against an object; nothing when its kind is none of those that are known.</summary>
    public static ImmutableArray<SchemaProblem> Find(Resource resource)
    {
        var (id, root) = (resource.Id, resource.Root);
        if (!KubernetesGroups.Contains(id.Group) || resource.HasUnknownValues || root.Contains("sops") || root.HasOpenKeys())
            return [];
        var report = new ObjectReport();
        CheckRoot(id, root, report);
        if (root.Mapping("spec") is { } spec && !spec.HasOpenKeys())
        {
            CheckSpec(id, root, spec, report);
            if (id.Version == "v1" && Workload.Is(id))
                WorkloadChecks.Check(id, root, spec, report);
        }
        return report.Problems;
    }

    /// <summary>Checks kinds that have no <c>spec</c>.</summary>
    private static void CheckRoot(ResourceId id, YamlMapping root, ObjectReport report)
    {
        switch (id.Group, id.Version, id.Kind)
        {
            case ("", "v1", "ConfigMap"):
                DataChecks.CheckConfigMap(root, report);
                break;
            case ("", "v1", "Secret"):
                SecretChecks.Check(root, report);
                break;
            case ("", "v1", "Endpoints"):
                EndpointChecks.Check(root, report);
                break;
            case ("discovery.k8s.io", "v1", "EndpointSlice"):
                EndpointChecks.CheckSlice(root, report);
                break;
            case (KubernetesGroups.Rbac, "v1", "Role" or "ClusterRole"):
                RoleChecks.Check(root, isNamespaced: id.Kind == "Role", report);
                break;
            case (KubernetesGroups.Rbac, "v1", "RoleBinding" or "ClusterRoleBinding"):
                BindingChecks.Check(root, isNamespaced: id.Kind == "RoleBinding", report);
                break;
            case (KubernetesGroups.Scheduling, "v1", "PriorityClass"):
                PriorityChecks.Check(root, id.Name, report);
                break;
        }
    }

    private static void CheckSpec(ResourceId id, YamlMapping root, YamlMapping spec, ObjectReport report)
    {
        switch (id.Group, id.Version, id.Kind)
        {
            case ("", "v1", "Service"):
                ServiceChecks.Check(spec, report);
                break;
            case ("", "v1", "PersistentVolumeClaim"):
                ClaimChecks.Check(spec, ObjectPath.Spec, report);
                break;
            case ("", "v1", "PersistentVolume"):
                PersistentVolumeChecks.Check(spec, report);
                break;
            case ("", "v1", "ResourceQuota"):
                QuotaChecks.CheckQuota(spec, report);
                break;
            case ("", "v1", "LimitRange"):
                QuotaChecks.CheckRange(spec, report);
                break;
            case (KubernetesGroups.Networking, "v1", "Ingress"):
                IngressChecks.Check(root, spec, report);
                break;
            case (KubernetesGroups.Networking, "v1", "NetworkPolicy"):
                NetworkPolicyChecks.Check(spec, report);
                break;
            case ("autoscaling", _, "HorizontalPodAutoscaler"):
                ScalingChecks.CheckAutoscaler(spec, report);
                if (id.Version == "v2")
                    MetricChecks.Check(spec, report);
                break;
            case ("policy", "v1", "PodDisruptionBudget"):
                ScalingChecks.CheckBudget(spec, report);
                break;
        }
    }
}
