using FluxLint.Kustomize.Output;

namespace FluxLint.Kustomize.Builds;

/// <summary>How to build a directory. The defaults are those of <c>kubectl kustomize</c>.</summary>
internal sealed record BuildOptions
{
    /// <summary>Which files kustomizations may read.</summary>
    public LoadRestrictor LoadRestrictor { get; init; }

    /// <summary>The version of kustomize to build as.</summary>
    public KustomizeVersion Version { get; init; } = KustomizeVersion.Newest;

    /// <summary>The order of resources where the kustomization has no <c>sortOptions</c>.</summary>
    public BuildOrder Order { get; init; }
}
