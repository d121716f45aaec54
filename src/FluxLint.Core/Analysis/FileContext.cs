using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Syntax;

namespace FluxLint.Analysis;

/// <summary>A YAML file.</summary>
public sealed class FileContext : RuleContext
{
    internal FileContext(RuleRun run, YamlTree tree)
        : base(run) => Tree = tree;

    /// <summary>The file.</summary>
    public YamlTree Tree { get; }

    private protected override ImmutableArray<Cluster> Reach(Location location) => Fleet.ReadersOf(Tree.Source.Path);
}
