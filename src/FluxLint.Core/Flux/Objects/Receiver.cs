using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>A <c>Receiver</c> (notification.toolkit.fluxcd.io): a webhook that has objects reconciled.</summary>
public sealed class Receiver : FluxObject
{
    internal Receiver(Resource resource, YamlMapping spec)
        : base(resource, spec)
    {
    }

    /// <summary>The sender, such as <c>github</c>.</summary>
    public YamlScalar? Type => Spec.Scalar("type");

    /// <summary>The objects to reconcile.</summary>
    public IEnumerable<ObjectReference> Targets => Items("resources").Select(item => new ObjectReference(item, Resource.Id.Namespace));

    /// <summary>Name of the Secret with the token.</summary>
    public YamlScalar? SecretName => LocalName("secretRef");
}
