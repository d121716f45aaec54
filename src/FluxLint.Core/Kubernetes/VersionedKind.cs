namespace FluxLint.Kubernetes;

/// <summary>A kind of objects in one version.</summary>
/// <param name="ApiVersion">Group and version as manifests spell them.</param>
/// <param name="Kind">Kind.</param>
internal sealed record VersionedKind(string ApiVersion, string Kind);
