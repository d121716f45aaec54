using System.Collections.Frozen;
using FluxLint.Kustomize;
using FluxLint.Schemas;

namespace FluxLint.Fleet;

/// <summary>The custom resource definitions among the manifests of a cluster. <see cref="CrdSet"/> knows of those that charts install.</summary>
public sealed class ClusterDefinitions
{
    private readonly FrozenDictionary<(string Group, string Kind), ResourceDefinition?> definitions;

    internal ClusterDefinitions(IEnumerable<Resource> resources, DefinitionReader reader)
    {
        var found = new Dictionary<(string Group, string Kind), ResourceDefinition?>();
        foreach (var resource in resources)
        {
            if (reader.Read(resource) is not { } definition)
                continue;
            var isKnown = !resource.HasUnknownValues && (!found.TryGetValue((definition.Group, definition.Kind), out var other) || ReferenceEquals(other, definition));
            found[(definition.Group, definition.Kind)] = isKnown ? definition : null;
        }
        definitions = found.ToFrozenDictionary();
    }

    /// <summary>Whether the cluster has no definition at all among its manifests.</summary>
    public bool IsEmpty => definitions.Count == 0;

    /// <summary>Whether a manifest defines the kind.</summary>
    public bool Knows(string group, string kind) => definitions.ContainsKey((group, kind));

    /// <summary>The definition of a kind; null when no manifest defines it, and when several do.</summary>
    public ResourceDefinition? Find(string group, string kind) => definitions.GetValueOrDefault((group, kind));

    /// <summary>Where the objects of a custom kind live; null when the cluster does not tell.</summary>
    public ResourceScope? ScopeOf(string group, string kind) =>
        definitions.GetValueOrDefault((group, kind))?.Scope ?? (FluxSchemas.IsFlux(group) ? ResourceScope.Namespaced : null);
}
