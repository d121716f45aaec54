namespace FluxLint.Schemas;

/// <summary>What names of resources mean to the API server (<c>pkg/apis/core/helper</c>).</summary>
internal static class ResourceNames
{
    private static readonly string[] OfContainers = ["cpu", "memory", "ephemeral-storage"];

    private static readonly string[] OfQuotas =
    [
        "cpu", "memory", "ephemeral-storage", "requests.cpu", "requests.memory", "requests.storage", "requests.ephemeral-storage", "limits.cpu", "limits.memory",
        "limits.ephemeral-storage", "pods", "resourcequotas", "services", "replicationcontrollers", "secrets", "persistentvolumeclaims", "configmaps", "services.nodeports",
        "services.loadbalancers",
    ];

    /// <summary>The names without a prefix that containers may ask for, besides huge pages.</summary>
    public static IReadOnlyList<string> Containers => OfContainers;

    /// <summary>Whether a container may ask for a resource.</summary>
    public static bool IsOfContainer(string name) => name.Contains('/') || IsHugePages(name) || OfContainers.Contains(name);

    /// <summary>Whether a quota can be of a resource.</summary>
    public static bool IsOfQuota(string name) => name.Contains('/') || IsHugePages(name) || name.StartsWith("requests.hugepages-", StringComparison.Ordinal) || OfQuotas.Contains(name);

    /// <summary>Whether a resource may be promised to more than there is of it.</summary>
    public static bool IsShared(string name) => IsNative(name) && !IsHugePages(name);

    /// <summary>Whether a resource is one of others than Kubernetes.</summary>
    public static bool IsExtended(string name) => !IsNative(name) && !name.StartsWith("requests.", StringComparison.Ordinal);

    private static bool IsNative(string name) => !name.Contains('/') || name.Contains("kubernetes.io/", StringComparison.Ordinal);

    private static bool IsHugePages(string name) => name.StartsWith("hugepages-", StringComparison.Ordinal);
}
