using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Semantics;

namespace FluxLint.Analysis;

/// <summary>The repository as a whole, for one action of a rule: such looks are few and long.</summary>
internal sealed class RepositoryUnit(RuleAction<Action<RepositoryContext>> action, Compilation compilation) : RuleUnit<Action<RepositoryContext>>([action])
{
    public override object Subject => this;

    public override string Name => ".";

    public override ImmutableArray<Cluster> Reach(Location location) => compilation.Fleet.ReadersOf(location.Path);

    protected override Action<Action<RepositoryContext>> Open(RuleRun run)
    {
        var context = new RepositoryContext(run);
        return check => check(context);
    }
}
