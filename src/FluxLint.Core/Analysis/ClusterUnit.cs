using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Semantics;

namespace FluxLint.Analysis;

/// <summary>A cluster. Its rules share what one of them has found out about it, and nobody else holds on to that.</summary>
internal sealed class ClusterUnit(Cluster cluster, RegisteredRules rules) : Unit
{
    public override object Subject => cluster;

    public override string Name => cluster.Directory;

    public override ImmutableArray<Cluster> Reach(Location location) => [cluster];

    public override bool MayHold(UnitResult before, Compilation compilation) => before.Charts.All(chart => compilation.HasSameChart(chart.Key, chart.Value));

    public override UnitResult Check(RuleRun run, IReadOnlySet<Rule>? only)
    {
        var look = new Look(this, run.Compilation.ModelOf(cluster), rules);
        return look.Check(run, only) is var result && look.Charts.IsEmpty ? result : result with { Charts = look.Charts };
    }

    private sealed class Look(ClusterUnit unit, ClusterModel model, RegisteredRules rules) : RuleUnit<Action<ClusterContext>>(rules.Cluster)
    {
        public override object Subject => unit.Subject;

        public override string Name => unit.Name;

        public ImmutableDictionary<string, LocalChart?> Charts => model.LocalChartsRead;

        public override ImmutableArray<Cluster> Reach(Location location) => unit.Reach(location);

        protected override Action<Action<ClusterContext>> Open(RuleRun run)
        {
            var context = new ClusterContext(run, model);
            return action => action(context);
        }
    }
}
