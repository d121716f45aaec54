using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Kubernetes;

/// <summary>What tells one Kubernetes object from another.</summary>
/// <param name="Group">API group; empty for the core group.</param>
/// <param name="Version">API version, such as <c>v1</c>.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Namespace">Namespace; empty when none is set.</param>
/// <param name="Name">Name; empty when none is set.</param>
public sealed record ResourceId(string Group, string Version, string Kind, string Namespace, string Name)
{
    private static readonly RecentTexts<(string Group, string Version)> ApiVersions = new(Split);

    /// <summary>Group and version as manifests spell them.</summary>
    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    /// <summary>Kind and name, as messages show them: <c>Deployment 'web'</c>.</summary>
    public string Display => $"{Kind} '{Name}'";

    /// <summary>Whether Kubernetes keeps objects of this kind outside of namespaces; false for kinds that are not built in.</summary>
    public bool IsClusterScoped => ClusterScopedKinds.Contains(Group, Kind);

    /// <summary>Whether kustomize takes the kind as cluster-scoped. It knows fewer kinds than Kubernetes, and those by their version.</summary>
    internal bool IsClusterScopedInKustomize => ClusterScopedKinds.IsKnownToKustomize(Group, Version, Kind);

    /// <summary>The namespace that counts for conflicts: an empty one is <c>default</c>, and a cluster-scoped kind has none.</summary>
    public string EffectiveNamespace => IsClusterScopedInKustomize ? "" : Namespace.Length == 0 ? WellKnownNamespaces.Default : Namespace;

    /// <summary>Reads the identity of a manifest. Fields that are missing or not scalars are empty.</summary>
    public static ResourceId Of(YamlMapping root)
    {
        var metadata = root.Mapping("metadata");
        var (group, version) = ApiVersions[root.Text("apiVersion") ?? ""];
        return new(
            group,
            version,
            root.Text("kind") ?? "",
            metadata?.Text("namespace") ?? "",
            metadata?.Text("name") ?? "");
    }

    private static (string Group, string Version) Split(string apiVersion) =>
        apiVersion.IndexOf('/') is >= 0 and var slash ? (apiVersion[..slash], apiVersion[(slash + 1)..]) : ("", apiVersion);

    /// <summary>What the API server has against <see cref="Name"/>, in words that follow it; null when it is right, or as far as is known.</summary>
    /// <param name="kubernetes">The version of Kubernetes on the cluster; null when it is not known.</param>
    public string? NameProblem(Version? kubernetes) => ObjectNames.Problem(this, kubernetes);

    /// <summary>Whether both name the same object: an empty namespace and <c>default</c> are one.</summary>
    public bool IsSameObject(ResourceId other) =>
        Name == other.Name && Kind == other.Kind && Group == other.Group && Version == other.Version && EffectiveNamespace == other.EffectiveNamespace;

    /// <summary>The identity with <see cref="EffectiveNamespace"/>, a key for conflicts.</summary>
    internal ResourceId Conflicting => EffectiveNamespace is var effective && effective == Namespace ? this : this with { Namespace = effective };
}
