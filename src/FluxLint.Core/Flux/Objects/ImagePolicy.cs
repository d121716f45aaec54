using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>An <c>ImagePolicy</c> (image.toolkit.fluxcd.io): which tag of an image is the newest.</summary>
public sealed class ImagePolicy : FluxObject
{
    internal ImagePolicy(Resource resource, YamlMapping spec)
        : base(resource, spec)
    {
    }

    /// <summary>The <see cref="ImageRepository"/>.</summary>
    public ObjectReference? Repository =>
        Spec.Mapping("imageRepositoryRef") is { } repository ? new(repository, Resource.Id.Namespace, "ImageRepository") : null;

    /// <summary>How tags are ordered: <c>semver</c>, <c>alphabetical</c> or <c>numerical</c>.</summary>
    public YamlMapping? Policy => Spec.Mapping("policy");

    /// <summary>Which tags are looked at; all when it is absent.</summary>
    public YamlMapping? FilterTags => Spec.Mapping("filterTags");
}
