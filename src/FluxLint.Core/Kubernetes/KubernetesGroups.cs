using System.Collections.Frozen;

namespace FluxLint.Kubernetes;

/// <summary>The API groups that Kubernetes itself serves.</summary>
public static class KubernetesGroups
{
    /// <summary>Group of admission webhooks and policies.</summary>
    public const string AdmissionRegistration = "admissionregistration.k8s.io";

    /// <summary>Group of <c>CustomResourceDefinition</c>.</summary>
    public const string ApiExtensions = "apiextensions.k8s.io";

    /// <summary>Group of <c>APIService</c>.</summary>
    public const string ApiRegistration = "apiregistration.k8s.io";

    /// <summary>Group of token and self subject reviews.</summary>
    public const string Authentication = "authentication.k8s.io";

    /// <summary>Group of access reviews.</summary>
    public const string Authorization = "authorization.k8s.io";

    /// <summary>Group of certificate signing requests and trust bundles.</summary>
    public const string Certificates = "certificates.k8s.io";

    /// <summary>Group of flow schemas and priority levels.</summary>
    public const string FlowControl = "flowcontrol.apiserver.k8s.io";

    /// <summary>Group of what API servers tell each other.</summary>
    public const string InternalApiServer = "internal.apiserver.k8s.io";

    /// <summary>Group of ingresses and network policies.</summary>
    public const string Networking = "networking.k8s.io";

    /// <summary>Group of <c>RuntimeClass</c>.</summary>
    public const string Node = "node.k8s.io";

    /// <summary>Group of roles and their bindings.</summary>
    public const string Rbac = "rbac.authorization.k8s.io";

    /// <summary>Group of dynamic resource allocation.</summary>
    public const string Resource = "resource.k8s.io";

    /// <summary>Group of <c>PriorityClass</c>.</summary>
    public const string Scheduling = "scheduling.k8s.io";

    /// <summary>Group of storage classes and drivers.</summary>
    public const string Storage = "storage.k8s.io";

    private static readonly FrozenSet<string> WithDot = new[]
    {
        AdmissionRegistration, ApiExtensions, ApiRegistration, Authentication, Authorization, Certificates, "coordination.k8s.io",
        "discovery.k8s.io", "events.k8s.io", FlowControl, InternalApiServer, Networking, Node, Rbac, Resource, Scheduling, Storage,
        "storagemigration.k8s.io",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a group is built in, so that its kinds need no custom resource definition. All groups without a dot are.</summary>
    public static bool Contains(string group) => !group.Contains('.') || WithDot.Contains(group);
}
