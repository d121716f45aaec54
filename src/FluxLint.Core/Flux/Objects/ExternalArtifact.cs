using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>An <c>ExternalArtifact</c>: content that a controller outside of Flux, or an <see cref="ArtifactGenerator"/>, makes.</summary>
public sealed class ExternalArtifact : Source
{
    /// <summary>The kind.</summary>
    public const string Kind = "ExternalArtifact";

    internal ExternalArtifact(Resource resource, YamlMapping spec)
        : base(resource, spec)
    {
    }

    /// <summary>The object that makes the artifact.</summary>
    public ObjectReference? Maker => Spec.Mapping("sourceRef") is { } maker ? new(maker, Resource.Id.Namespace) : null;
}
