using FluxLint.Kubernetes;

namespace FluxLint.Fleet;

/// <summary>Which kinds of a cluster are known to live in namespaces.</summary>
internal sealed class KindScopes
{
    private readonly Dictionary<GroupKind, string?> rendered = [];

    private KindScopes(Cluster cluster)
    {
        foreach (var definition in cluster.Resources.Where(resource => resource.Id is { Group: KubernetesGroups.ApiExtensions, Kind: "CustomResourceDefinition" }))
        {
            if (definition.Root.Mapping("spec") is { } spec)
                rendered[new(spec.Text("group") ?? "", spec.Mapping("names")?.Text("kind") ?? "")] = spec.Text("scope");
        }
    }

    /// <summary>Finds the scopes that a cluster's own definitions tell of.</summary>
    public static KindScopes Of(Cluster cluster) => new(cluster);

    /// <summary>
    /// Whether objects of a kind are certain to need a namespace: a built-in kind, one whose definition is in the cluster, one
    /// of Flux, or one of a well-known chart.
    /// </summary>
    public bool IsNamespaced(ResourceId id)
    {
        if (KubernetesGroups.Contains(id.Group))
            return !id.IsClusterScoped;
        if (rendered.TryGetValue(new(id.Group, id.Kind), out var scope))
            return scope == "Namespaced";
        return CustomKinds.IsFlux(id.Group) || (KnownCharts.Default.ProvidersOf(id.Group, id.Kind).Any() && !CustomKinds.MayBeClusterScoped(id));
    }
}
