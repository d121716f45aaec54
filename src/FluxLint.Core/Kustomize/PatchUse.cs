using FluxLint.Diagnostics;

namespace FluxLint.Kustomize;

/// <summary>One application of a patch, or of an entry of <c>images</c>, or a target of <c>replacements</c>.</summary>
public sealed record PatchUse
{
    private readonly PatchTarget target;

    internal PatchUse(PatchTarget target) => this.target = target;

    /// <summary>The entry of the kustomization that asks for it.</summary>
    public required Location Entry { get; init; }

    /// <summary>What names the target: the <c>target</c> of the entry, or the name in the patch.</summary>
    public required Location Target { get; init; }

    /// <summary>Both places.</summary>
    public (Location Entry, Location Target) Place => (Entry, Target);

    /// <summary>The target in words.</summary>
    public string Description => target.Description;

    /// <summary>Number of resources that it matched.</summary>
    public required int Matches { get; init; }

    /// <summary>Whether it leaves each resource that it matches as it was.</summary>
    public bool ChangesNothing { get; init; }

    /// <summary>Whether it changes nothing although a resource that it matches lacks what it says of a port: kustomize drops that.</summary>
    public bool IsLost { get; init; }

    /// <summary>Whether resources may be missing, so that no match proves nothing.</summary>
    public required bool IsUncertain { get; init; }

    /// <summary>Whether kustomize refuses the build when nothing matches; it is silent about an explicit target.</summary>
    public required bool IsRefused { get; init; }

    /// <summary>Whether the patch would apply to a resource.</summary>
    public bool Selects(Resource resource) => target.Matches(resource);

    /// <summary>Whether the patch would apply to a resource if that were in another namespace.</summary>
    public bool SelectsIn(string @namespace, Resource resource) => target.Matches(resource.In(@namespace));
}
