using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>A Flux <c>Kustomization</c> (kustomize.toolkit.fluxcd.io): a path of a source that is built and applied.</summary>
public sealed class FluxKustomization
{
    /// <summary>The API group of the kind.</summary>
    public const string Group = "kustomize.toolkit.fluxcd.io";

    private FluxKustomization(Resource resource, YamlMapping spec)
    {
        Resource = resource;
        Spec = spec;
    }

    /// <summary>The rendered object.</summary>
    public Resource Resource { get; }

    /// <summary>Its <c>spec</c>.</summary>
    public YamlMapping Spec { get; }

    /// <summary>The path below the source's root as written; null when it is absent, which means the root.</summary>
    public YamlScalar? Path => Spec.Scalar("path");

    /// <summary>Whether it applies to a cluster other than its own.</summary>
    public bool IsRemote => Spec["kubeConfig"] is YamlMapping;

    /// <summary>Kind of the source, such as <c>GitRepository</c>.</summary>
    public string? SourceKind => Spec.Mapping("sourceRef")?.Text("kind");

    /// <summary>Name of the source.</summary>
    public string? SourceName => Spec.Mapping("sourceRef")?.Text("name");

    /// <summary>Views a resource; null when it is not a Flux Kustomization.</summary>
    public static FluxKustomization? Of(Resource resource) =>
        resource.Id is { Group: Group, Kind: "Kustomization" } && resource.Root.Mapping("spec") is { } spec ? new(resource, spec) : null;
}
