using FluxLint.Fleet;
using FluxLint.Kustomize.Builds;

namespace FluxLint.Analysis;

/// <summary>A kustomization directory, rendered.</summary>
public sealed class KustomizationContext : RuleContext
{
    internal KustomizationContext(RuleRun run, Rendering rendering)
        : base(run) => Rendering = rendering;

    /// <summary>What the directory makes.</summary>
    public Rendering Rendering { get; }

    /// <summary>Whether a Flux Kustomization of some cluster builds the directory, by itself or as a part of another.</summary>
    public bool IsBuiltByFlux => Fleet.ReadersOf(Rendering.Directory).Any(IsBuilt);

    /// <summary>Whether all clusters are known, and none of them builds the directory.</summary>
    public bool IsUnused =>
        !Fleet.Clusters.IsEmpty
        && Fleet.ReadersOf(Rendering.Directory).IsEmpty
        && Fleet.Clusters.All(cluster => cluster is { IsGuessed: false, MayHaveMoreUsers: false });

    private bool IsBuilt(Cluster cluster) => Rendering
        .WithInputs(cluster.Inventories.Where(inventory => inventory.Kustomization is not null).Select(inventory => inventory.Output?.Rendering).OfType<Rendering>())
        .Exists(built => built.Directory == Rendering.Directory);
}
