namespace FluxLint.Kubernetes;

/// <summary>A version of a kind that Kubernetes has stopped serving.</summary>
/// <param name="ApiVersion">Group and version as manifests spell them.</param>
/// <param name="RemovedIn">The first minor version of Kubernetes without it.</param>
/// <param name="Replacement">The version to use instead; null when the kind itself is gone.</param>
public sealed record KubernetesApi(string ApiVersion, Version RemovedIn, string? Replacement)
{
    /// <summary>Why a cluster of some version does not serve a kind; null when it does, or as far as is known.</summary>
    /// <param name="apiVersion">Group and version as manifests spell them.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="kubernetes">The version of Kubernetes on the cluster.</param>
    public static KubernetesApi? FindRemoved(string apiVersion, string kind, Version kubernetes) => RemovedKubernetesApis.Find(apiVersion, kind, kubernetes);
}
