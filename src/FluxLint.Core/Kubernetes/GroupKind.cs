namespace FluxLint.Kubernetes;

/// <summary>A kind of objects, in whatever version.</summary>
/// <param name="Group">API group; empty for the core group.</param>
/// <param name="Kind">Kind.</param>
internal sealed record GroupKind(string Group, string Kind);
