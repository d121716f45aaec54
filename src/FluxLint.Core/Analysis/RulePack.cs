using System.Collections.Immutable;

namespace FluxLint.Analysis;

/// <summary>A set of rules that is shipped together.</summary>
public abstract class RulePack
{
    /// <summary>The name of the pack, such as its package id.</summary>
    public abstract string Name { get; }

    /// <summary>Its rules in id order.</summary>
    public abstract ImmutableArray<Rule> Rules { get; }

    /// <summary>The page of a rule in Markdown; empty when it has none.</summary>
    public abstract string Page(Rule rule);
}
