using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Schemas;

namespace FluxLint.Fleet;

/// <summary>The custom resource definitions among the manifests of a cluster. <see cref="CrdSet"/> knows of those that charts install.</summary>
public sealed class ClusterDefinitions
{
    private readonly Dictionary<GroupKind, ResourceDefinition?> definitions = [];

    internal ClusterDefinitions(IEnumerable<Resource> resources, DefinitionReader reader)
    {
        foreach (var resource in resources)
        {
            if (resource.Id.Kind != "CustomResourceDefinition" || reader.Read(resource) is not { } definition)
                continue;
            var kind = new GroupKind(definition.Group, definition.Kind);
            var isKnown = !resource.HasUnknownValues && (!definitions.TryGetValue(kind, out var other) || ReferenceEquals(other, definition));
            definitions[kind] = isKnown ? definition : null;
        }
    }

    /// <summary>Whether the cluster has no definition at all among its manifests.</summary>
    public bool IsEmpty => definitions.Count == 0;

    /// <summary>Whether a manifest defines the kind.</summary>
    public bool Knows(string group, string kind) => definitions.ContainsKey(new(group, kind));

    /// <summary>The definition of a kind; null when no manifest defines it, and when several do.</summary>
    public ResourceDefinition? Find(string group, string kind) => definitions.GetValueOrDefault(new(group, kind));

    /// <summary>Where the objects of a custom kind live; null when the cluster does not tell.</summary>
    internal ResourceScope? ScopeOf(string group, string kind) =>
        definitions.GetValueOrDefault(new(group, kind))?.Scope ?? (FluxGroups.Contains(group) ? ResourceScope.Namespaced : null);
}
