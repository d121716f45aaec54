using System.Collections.Immutable;
using FluxLint.Diagnostics;

namespace FluxLint.Analysis;

/// <summary>A set of rules that is shipped together.</summary>
public abstract class RulePack
{
    /// <summary>The name of the pack, such as its package id.</summary>
    public abstract string Name { get; }

    /// <summary>The package that it was loaded from; null for one that the caller made.</summary>
    internal virtual PackIdentity? Identity => null;

    /// <summary>Its rules in id order.</summary>
    public abstract ImmutableArray<Rule> Rules { get; }

    /// <summary>The page of a rule in Markdown; empty when it has none.</summary>
    public abstract string Page(Rule rule);
}
