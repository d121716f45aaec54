using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>An <c>Alert</c> (notification.toolkit.fluxcd.io): sends events of Flux objects to a <see cref="Provider"/>.</summary>
public sealed class Alert : FluxObject
{
    internal Alert(Resource resource, YamlMapping spec)
        : base(resource, spec)
    {
    }

    /// <summary>Name of the <c>Provider</c>, which is in the same namespace.</summary>
    public YamlScalar? ProviderName => LocalName("providerRef");

    /// <summary>The objects whose events are sent.</summary>
    public IEnumerable<ObjectReference> EventSources => Items("eventSources").Select(item => new ObjectReference(item, Resource.Id.Namespace));

    /// <summary>The least severity that is sent; <c>info</c> when it is absent.</summary>
    public YamlScalar? EventSeverity => Spec.Scalar("eventSeverity");
}
