using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>A <c>ResourceSetInputProvider</c> (fluxcd.controlplane.io): gets inputs of a <see cref="ResourceSet"/> from a service.</summary>
public sealed class ResourceSetInputProvider : OperatorObject
{
    internal ResourceSetInputProvider(Resource resource, YamlMapping spec)
        : base(resource, spec)
    {
    }

    /// <summary>The service, such as <c>GitHubPullRequest</c>.</summary>
    public YamlScalar? Type => Spec.Scalar("type");

    /// <summary>The address of the service.</summary>
    public YamlScalar? Url => Spec.Scalar("url");

    /// <summary>Name of the Secret with credentials.</summary>
    public YamlScalar? SecretName => LocalName("secretRef");

    /// <summary>What inputs hold where the service says nothing.</summary>
    public YamlMapping? DefaultValues => Spec.Mapping("defaultValues");
}
