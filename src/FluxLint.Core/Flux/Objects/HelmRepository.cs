using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>A <c>HelmRepository</c>: an index of charts, or the address of a registry that has them.</summary>
public sealed class HelmRepository : Source
{
    internal HelmRepository(Resource resource, YamlMapping spec)
        : base(resource, spec)
    {
    }

    /// <summary><c>oci</c> or <c>default</c>.</summary>
    public YamlScalar? Type => Spec.Scalar("type");

    /// <summary>Whether it is no more than the address of a container registry, without an index; false unless <c>type: oci</c> is said.</summary>
    public bool IsOci => Type?.Value == "oci";

    /// <summary>Whether credentials are sent to hosts other than the repository's own, too.</summary>
    public bool PassesCredentials => Spec.IsTrue("passCredentials");
}
