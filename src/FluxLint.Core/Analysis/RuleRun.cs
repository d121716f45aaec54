using System.Collections.Immutable;
using System.Diagnostics;
using FluxLint.Semantics;

namespace FluxLint.Analysis;

/// <summary>Rules at work on one thing, one after another: what each finds, and what else it looks at.</summary>
internal sealed class RuleRun(Compilation compilation, RuleDependences dependences, LintTimes? times)
{
    private readonly List<Finding> findings = [];
    private ImmutableArray<Rule>.Builder? onRepository;
    private Rule? rule;
    private long started;

    public Compilation Compilation => compilation;

    /// <summary>The rule at work.</summary>
    public Rule Rule => rule ?? throw new InvalidOperationException("no rule is at work");

    /// <summary>What was found, and by whom it has to be looked for again after any edit.</summary>
    public UnitResult Result => findings.Count == 0 && onRepository is null
        ? UnitResult.Clean
        : new() { Findings = [.. findings], OnRepository = onRepository?.ToImmutable() ?? [] };

    /// <summary>Puts the next rule to work.</summary>
    public void Start(Rule next)
    {
        rule = next;
        started = times is null ? 0 : Stopwatch.GetTimestamp();
    }

    /// <summary>The rule has done its work.</summary>
    public void End() => times?.AddRule(Rule.Describe().Id, Stopwatch.GetElapsedTime(started));

    /// <summary>Takes note of a finding.</summary>
    public void Add(Finding finding) => findings.Add(finding);

    /// <summary>Takes note that the rule looks at something besides the thing itself.</summary>
    public void Depend(Dependence dependence)
    {
        if (dependence != Dependence.Repository)
            dependences.Add(Rule, dependence);
        else if (onRepository is null || !ReferenceEquals(onRepository[^1], rule))
            (onRepository ??= ImmutableArray.CreateBuilder<Rule>()).Add(Rule);
    }
}
