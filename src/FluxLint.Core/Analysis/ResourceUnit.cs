using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;

namespace FluxLint.Analysis;

/// <summary>A distinct resource that reaches clusters.</summary>
internal sealed class ResourceUnit : RuleUnit<ResourceAction>
{
    private readonly SharedResource shared;
    private readonly FluxObject? view;

    private ResourceUnit(SharedResource shared, FluxObject? view, RegisteredRules rules)
        : base(rules.For(shared.Resource, view)) => (this.shared, this.view) = (shared, view);

    public override object Subject => shared.Resource;

    public override string Name => shared.Resource.Path;

    public override ImmutableArray<Cluster> Clusters => shared.Clusters;

    public static ResourceUnit Of(SharedResource shared, RegisteredRules rules) => new(shared, FluxObject.Of(shared.Resource), rules);

    public override ImmutableArray<Cluster> Reach(Location location) => shared.Clusters;

    protected override Action<ResourceAction> Open(RuleRun run)
    {
        var context = new ResourceContext(run, shared);
        return action => action.Check(context, view);
    }
}
