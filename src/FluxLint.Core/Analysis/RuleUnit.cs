using System.Collections.Immutable;
using FluxLint.Diagnostics;

namespace FluxLint.Analysis;

/// <summary>A thing, and the actions of the rules that look at things like it.</summary>
/// <param name="actions">The actions.</param>
internal abstract class RuleUnit<TAction>(ImmutableArray<RuleAction<TAction>> actions) : Unit
{
    /// <inheritdoc/>
    public override UnitResult Check(RuleRun run, IReadOnlySet<Rule>? only)
    {
        if (actions.IsEmpty)
            return UnitResult.Clean;
        var look = Open(run);
        foreach (var (rule, action) in actions)
        {
            if (only is not null && !only.Contains(rule))
                continue;
            run.Start(rule);
            try
            {
                look(action);
                run.End();
            }
            catch (Exception crash) when (crash is not OperationCanceledException)
            {
                run.Add(new(RuleDriver.Crash, rule, Location.OfPath(Name), [rule.Title, Name, crash.GetType().Name, crash.Message]));
                // Who knows what it looked at.
                run.Depend(Dependence.Repository);
            }
        }
        return run.Result;
    }

    /// <summary>Makes ready for a look at the thing: what carries out an action.</summary>
    protected abstract Action<TAction> Open(RuleRun run);
}
