using FluxLint.Diagnostics;

namespace FluxLint.Fleet;

/// <summary>The release of Kubernetes on the clusters.</summary>
/// <param name="Version">Major and minor, and a patch where one is written.</param>
/// <param name="Location">What tells it; null when it is assumed.</param>
internal sealed record KubernetesRelease(Version Version, Location? Location);
