using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Semantics;

namespace FluxLint.Analysis;

/// <summary>One thing that rules look at: all rules look at it one after another.</summary>
internal abstract class Unit
{
    /// <summary>The thing itself. As long as it is the same instance, rules that look at nothing else find the same.</summary>
    public abstract object Subject { get; }

    /// <summary>What to call it when a rule crashes on it: a path.</summary>
    public abstract string Name { get; }

    /// <summary>The clusters that the thing reaches, for rules that look at them.</summary>
    public virtual ImmutableArray<Cluster> Clusters => [];

    /// <summary>The clusters that a finding at a location reaches when its rule does not say more.</summary>
    public abstract ImmutableArray<Cluster> Reach(Location location);

    /// <summary>Whether what was found before may hold at all.</summary>
    public virtual bool MayHold(UnitResult before, Compilation compilation) => true;

    /// <summary>Lets rules look at the thing.</summary>
    /// <param name="run">Takes note of what they find, and what they look at besides.</param>
    /// <param name="only">The rules; null for all.</param>
    public abstract UnitResult Check(RuleRun run, IReadOnlySet<Rule>? only);
}
