using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Semantics;

namespace FluxLint.Analysis;

/// <summary>A thing, and the actions of the rules that look at things like it.</summary>
/// <param name="actions">The actions.</param>
internal abstract class RuleUnit<TAction>(ImmutableArray<RuleAction<TAction>> actions) : Unit
{
    /// <inheritdoc/>
    public override UnitResult Check(Compilation compilation, IReadOnlySet<Rule>? only)
    {
        List<RuleRun>? kept = null;
        foreach (var (rule, action) in actions)
        {
            if (only is not null && !only.Contains(rule))
                continue;
            var run = new RuleRun(rule, compilation);
            try
            {
                Run(action, run);
            }
            catch (Exception crash) when (crash is not OperationCanceledException)
            {
                var message = string.Format(null, RuleDriver.Crash.Message, rule.Describe().Id, Name, crash.GetType().Name, crash.Message);
                run.Findings.Add(new(RuleDriver.Crash, rule, Location.OfPath(Name), message));
                // Who knows what it looked at.
                run.Dependence = Dependence.Repository;
            }
            if (run.Findings.Count > 0 || run.Dependence != Dependence.None)
                (kept ??= []).Add(run);
        }
        return UnitResult.Of(kept, Clusters);
    }

    /// <summary>Carries out one action.</summary>
    protected abstract void Run(TAction action, RuleRun run);
}
