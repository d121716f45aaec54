namespace FluxLint.Kubernetes;

/// <summary>A version of a kind that Kubernetes has stopped serving.</summary>
/// <param name="ApiVersion">Group and version as manifests spell them.</param>
/// <param name="RemovedIn">The first minor version of Kubernetes without it.</param>
/// <param name="Replacement">The version to use instead; null when the kind itself is gone.</param>
public sealed record KubernetesApi(string ApiVersion, Version RemovedIn, string? Replacement);
