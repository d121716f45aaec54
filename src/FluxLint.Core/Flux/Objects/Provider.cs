using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>A <c>Provider</c> (notification.toolkit.fluxcd.io): where events go.</summary>
public sealed class Provider : FluxObject
{
    internal Provider(Resource resource, YamlMapping spec)
        : base(resource, spec)
    {
    }

    /// <summary>The service, such as <c>slack</c>.</summary>
    public YamlScalar? Type => Spec.Scalar("type");

    /// <summary>The address of the service.</summary>
    public YamlScalar? Address => Spec.Scalar("address");

    /// <summary>Name of the Secret with credentials, or with the address.</summary>
    public YamlScalar? SecretName => LocalName("secretRef");

    /// <summary>Name of the Secret with certificates.</summary>
    public YamlScalar? CertificateSecretName => LocalName("certSecretRef");
}
