using System.Collections.Immutable;
using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace FluxLint.Kustomize;

/// <summary>One entry of <c>vars</c>.</summary>
/// <param name="Name">The name, which <c>$(NAME)</c> refers to.</param>
/// <param name="Entry">The entry, or its name, to point at.</param>
/// <param name="Object">The object that the value comes from.</param>
/// <param name="Path">The field that the value comes from.</param>
/// <param name="PathText">The field as written.</param>
/// <param name="PathNode">The field to point at; the entry where none is written.</param>
internal sealed record Variable(string Name, YamlNode Entry, ResourceId Object, ImmutableArray<string> Path, string PathText, YamlNode PathNode)
{
    /// <summary>Whether the variable means an object, by an id that it has or had. Without a namespace it may be in any.</summary>
    public bool Means(Resource resource) => Means(resource.Id) || resource.PreviousIds.Any(Means);

    private bool Means(ResourceId id) => Object.Namespace.Length == 0 && !Object.IsClusterScopedInKustomize
        ? id with { Namespace = "" } == Object
        : id.Conflicting == Object.Conflicting;
}
