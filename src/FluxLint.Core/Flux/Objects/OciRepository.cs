using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>An <c>OCIRepository</c>: an artifact in a container registry.</summary>
public sealed class OciRepository : Source
{
    internal OciRepository(Resource resource, YamlMapping spec)
        : base(resource, spec)
    {
    }

    /// <summary>The tag; <c>latest</c> when the <c>ref</c> says nothing. A digest or range wins over it.</summary>
    public YamlScalar? Tag => Reference?.Scalar("tag");

    /// <summary>The range of tags to take the newest of. A digest wins over it.</summary>
    public YamlScalar? VersionRange => Reference?.Scalar("semver");

    /// <summary>The digest.</summary>
    public YamlScalar? Digest => Reference?.Scalar("digest");

    /// <summary>Which layer of the artifact is taken, and whether it is unpacked.</summary>
    public YamlMapping? LayerSelector => Spec.Mapping("layerSelector");
}
