using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>An object that makes content available to others in the cluster.</summary>
/// <remarks>Defaults as in the CRDs of source-controller.</remarks>
public abstract class Source : FluxObject
{
    private protected Source(Resource resource, YamlMapping spec)
        : base(resource, spec)
    {
    }

    /// <summary>Where the content comes from; the <c>endpoint</c> of a <see cref="Bucket"/>.</summary>
    public virtual YamlScalar? Url => Spec.Scalar("url");

    /// <summary>Which state of the content is taken; null when the kind knows no such choice, or leaves it to the default.</summary>
    public YamlMapping? Reference => Spec.Mapping("ref");

    /// <summary>Whose identity opens the source: <c>aws</c>, <c>azure</c>, <c>gcp</c>, <c>github</c>; <c>generic</c> when it is absent.</summary>
    public YamlScalar? Provider => Spec.Scalar("provider");

    /// <summary>The switch that allows plain HTTP.</summary>
    public YamlScalar? Insecure => Spec.Scalar("insecure");

    /// <summary>Name of the Secret with credentials.</summary>
    public YamlScalar? SecretName => LocalName("secretRef");

    /// <summary>Name of the Secret with certificates.</summary>
    public YamlScalar? CertificateSecretName => LocalName("certSecretRef");

    /// <summary>How signatures are checked; they are not when it is absent.</summary>
    public YamlMapping? Verification => Spec.Mapping("verify");

    /// <summary>Patterns of files that are left out, in the format of .gitignore.</summary>
    public YamlScalar? Ignore => Spec.Scalar("ignore");

    /// <summary>How long fetching may take; 60 seconds when it is absent.</summary>
    public YamlScalar? Timeout => Spec.Scalar("timeout");
}
