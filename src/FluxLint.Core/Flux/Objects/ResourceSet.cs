using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>A <c>ResourceSet</c> (fluxcd.controlplane.io): makes objects of templates, once for each of its inputs.</summary>
/// <remarks>Defaults as in flux-operator, api/v1/resourceset_types.go.</remarks>
public sealed class ResourceSet : OperatorObject
{
    internal ResourceSet(Resource resource, YamlMapping spec)
        : base(resource, spec)
    {
    }

    /// <summary>The inputs that are written in the object.</summary>
    public IEnumerable<YamlMapping> Inputs => Items("inputs");

    /// <summary>The <see cref="ResourceSetInputProvider"/>s of more inputs, which are in the same namespace.</summary>
    public IEnumerable<ObjectReference> InputsFrom =>
        Items("inputsFrom").Select(item => new ObjectReference(item, Resource.Id.Namespace, "ResourceSetInputProvider"));

    /// <summary>Objects with templates in their values.</summary>
    public IEnumerable<YamlMapping> Resources => Items("resources");

    /// <summary>The mappings with <c>resources</c> and <c>resourcesTemplate</c> that are worked on one after another: the spec itself, and its <c>steps</c>.</summary>
    public IEnumerable<YamlMapping> Steps => [Spec, .. Items("steps")];

    /// <summary>How inputs of several origins are combined: <c>Flatten</c>, which is the default, or <c>Permute</c>.</summary>
    public YamlScalar? InputStrategy => Spec.Mapping("inputStrategy")?.Scalar("name");

    /// <summary>Labels and annotations for everything.</summary>
    public YamlMapping? CommonMetadata => Spec.Mapping("commonMetadata");

    /// <summary>Whether it is ready only when all of its objects are; false unless it is said.</summary>
    public bool Waits => Spec.IsTrue("wait");

    private protected override IEnumerable<DependencyReference> ReadDependencies() => Items("dependsOn").Select(DependencyReference.OnAnyKind);
}
