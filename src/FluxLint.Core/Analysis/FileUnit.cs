using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Syntax;

namespace FluxLint.Analysis;

/// <summary>A YAML file.</summary>
internal sealed class FileUnit(YamlTree tree, ClusterSet fleet, RegisteredRules rules) : RuleUnit<Action<FileContext>>(rules.File)
{
    public override object Subject => tree;

    public override string Name => tree.Source.Path;

    public override ImmutableArray<Cluster> Reach(Location location) => fleet.ReadersOf(Name);

    protected override Action<Action<FileContext>> Open(RuleRun run)
    {
        var context = new FileContext(run, tree);
        return action => action(context);
    }
}
