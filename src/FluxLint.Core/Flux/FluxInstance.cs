using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>A <c>FluxInstance</c> (fluxcd.controlplane.io): Flux as flux-operator installs it, and what it syncs.</summary>
public sealed class FluxInstance
{
    /// <summary>The API group of flux-operator.</summary>
    public const string Group = "fluxcd.controlplane.io";

    private FluxInstance(Resource resource, YamlMapping spec)
    {
        Resource = resource;
        Spec = spec;
    }

    /// <summary>The rendered object.</summary>
    public Resource Resource { get; }

    /// <summary>Its <c>spec</c>.</summary>
    public YamlMapping Spec { get; }

    /// <summary>What the cluster is kept in sync with; null when nothing is.</summary>
    public YamlMapping? Sync => Spec.Mapping("sync");

    /// <summary>The patches on what it makes; null when there are none.</summary>
    public YamlSequence? Patches => Spec.Mapping("kustomize")?.Sequence("patches");

    /// <summary>Views a resource; null when it is not a FluxInstance.</summary>
    public static FluxInstance? Of(Resource resource) =>
        resource.Id is { Group: Group, Kind: "FluxInstance" } && resource.Root.Mapping("spec") is { } spec ? new(resource, spec) : null;
}
