namespace FluxLint.Kubernetes;

/// <summary>What names an object in a cluster, in whatever version its manifest is written.</summary>
/// <param name="Group">API group; empty for the core group.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Namespace">Namespace; empty for kinds without one, and where none is set.</param>
/// <param name="Name">Name.</param>
public sealed record ObjectKey(string Group, string Kind, string Namespace, string Name);
