namespace FluxLint;

/// <summary>A Helm release of a cluster.</summary>
/// <param name="Name">The name of the HelmRelease.</param>
/// <param name="Namespace">Where its workload lands; empty when no namespace is set.</param>
/// <param name="Version">The version or range of its chart; null when none is set or it is not known.</param>
internal sealed record ReleaseSummary(string Name, string Namespace, string? Version);
