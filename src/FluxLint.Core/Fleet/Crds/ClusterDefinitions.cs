using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Schemas;

namespace FluxLint.Fleet;

/// <summary>The custom resource definitions among the manifests of a cluster. <see cref="CrdSet"/> knows of those that charts install.</summary>
internal sealed class ClusterDefinitions
{
    private readonly Dictionary<GroupKind, ResourceDefinition?> definitions = [];

    internal ClusterDefinitions(IEnumerable<Resource> manifests, DefinitionReader reader)
    {
        foreach (var manifest in manifests)
        {
            if (reader.Read(manifest) is { } definition)
                Add(definition, isKnown: !manifest.HasUnknownValues);
        }
    }

    internal ClusterDefinitions(IEnumerable<ResourceDefinition> definitions)
    {
        foreach (var definition in definitions)
            Add(definition, isKnown: true);
    }

    /// <summary>Whether the cluster has no definition at all among its manifests.</summary>
    public bool IsEmpty => definitions.Count == 0;

    /// <summary>A hash of the definitions themselves, in whatever order.</summary>
    internal int Identity => definitions.Values.Aggregate(definitions.Count, static (hash, definition) => hash ^ System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(definition));

    /// <summary>Whether another cluster has the very same definitions.</summary>
    internal bool HasSame(ClusterDefinitions other) =>
        definitions.Count == other.definitions.Count && definitions.All(entry => other.definitions.TryGetValue(entry.Key, out var definition) && ReferenceEquals(definition, entry.Value));

    /// <summary>Whether a manifest defines the kind.</summary>
    public bool Knows(string group, string kind) => definitions.ContainsKey(new(group, kind));

    /// <summary>The definition of a kind; null when no manifest defines it, and when several do.</summary>
    public ResourceDefinition? Find(string group, string kind) => definitions.GetValueOrDefault(new(group, kind));

    /// <summary>Where the objects of a custom kind live; null when the cluster does not tell.</summary>
    internal ResourceScope? ScopeOf(string group, string kind) =>
        definitions.GetValueOrDefault(new(group, kind))?.Scope ?? (FluxGroups.Contains(group) ? ResourceScope.Namespaced : null);

    private void Add(ResourceDefinition definition, bool isKnown)
    {
        var kind = new GroupKind(definition.Group, definition.Kind);
        definitions[kind] = isKnown && (!definitions.TryGetValue(kind, out var other) || ReferenceEquals(other, definition)) ? definition : null;
    }
}
