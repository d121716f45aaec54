using System.Collections.Concurrent;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>Reads each distinct definition once, however many clusters have it. Safe on many threads.</summary>
internal sealed class DefinitionReader
{
    private readonly ConcurrentDictionary<YamlMapping, ResourceDefinition?> definitions = new(ReferenceEqualityComparer.Instance);

    /// <summary>Views a resource as a definition; null when it is none.</summary>
    public ResourceDefinition? Read(Resource resource) =>
        definitions.GetOrAdd(resource.Root, static (_, resource) => ResourceDefinition.Of(resource), resource);
}
