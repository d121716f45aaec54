using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Kustomize.Builds;

namespace FluxLint.Analysis;

/// <summary>A kustomization directory, rendered.</summary>
internal sealed class KustomizationUnit(Rendering rendering, ClusterSet fleet, RegisteredRules rules) : RuleUnit<Action<KustomizationContext>>(rules.Kustomization)
{
    public override object Subject => rendering;

    public override string Name => rendering.Directory;

    public override ImmutableArray<Cluster> Reach(Location location) => fleet.ReadersOf(rendering);

    protected override Action<Action<KustomizationContext>> Open(RuleRun run)
    {
        var context = new KustomizationContext(run, rendering);
        return action => action(context);
    }
}
