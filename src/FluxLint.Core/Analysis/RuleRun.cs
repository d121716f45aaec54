using FluxLint.Semantics;

namespace FluxLint.Analysis;

/// <summary>One rule at work on one thing: what it finds, and what it looked at to find it.</summary>
internal sealed class RuleRun(Rule rule, Compilation compilation)
{
    public Rule Rule => rule;

    public Compilation Compilation => compilation;

    public List<Finding> Findings { get; } = [];

    /// <summary>What else than the thing itself the rule has looked at.</summary>
    public Dependence Dependence { get; set; }
}
