using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>An <c>ImageRepository</c> (image.toolkit.fluxcd.io): a container image whose tags are looked up.</summary>
public sealed class ImageRepository : FluxObject
{
    internal ImageRepository(Resource resource, YamlMapping spec)
        : base(resource, spec)
    {
    }

    /// <summary>The image, without a tag.</summary>
    public YamlScalar? Image => Spec.Scalar("image");

    /// <summary>Whose identity opens the registry; <c>generic</c> when it is absent.</summary>
    public YamlScalar? Provider => Spec.Scalar("provider");

    /// <summary>The switch that allows plain HTTP.</summary>
    public YamlScalar? Insecure => Spec.Scalar("insecure");

    /// <summary>Name of the Secret with credentials.</summary>
    public YamlScalar? SecretName => LocalName("secretRef");

    /// <summary>Name of the Secret with certificates.</summary>
    public YamlScalar? CertificateSecretName => LocalName("certSecretRef");
}
