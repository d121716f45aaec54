using FluxLint.Diagnostics;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>An object that is not in the namespace that its manifest says, because the <c>namespace</c> of a kustomization put it into another.</summary>
/// <param name="Resource">The object as it is applied.</param>
/// <param name="WrittenNamespace">The namespace that it had before.</param>
/// <param name="Cause">The line that moved it.</param>
public sealed record MovedObject(Resource Resource, string WrittenNamespace, Location Cause)
{
    /// <summary>What others know it by who go by its manifest.</summary>
    internal ObjectKey WrittenKey => Resource.Key with { Namespace = WrittenNamespace };

    /// <summary>The moves of an object, the last one first; none when it is where it was written.</summary>
    internal static IEnumerable<MovedObject> Of(Resource resource)
    {
        var node = resource.Root.At("metadata", "namespace");
        while (node?.Derivation is { } derivation)
        {
            node = derivation.Replaced;
            if (derivation.Step == ProvenanceStep.Namespace && node is YamlScalar { IsNull: false } before && before.Value != resource.Id.Namespace)
                yield return new(resource, before.Value, derivation.Cause);
        }
    }
}
