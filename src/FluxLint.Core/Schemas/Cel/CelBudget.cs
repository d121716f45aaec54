using FluxLint.Text.Automata;

namespace FluxLint.Schemas.Cel;

/// <summary>What may still be spent on expressions, so that none takes for ever, and the patterns that were read on the way.</summary>
/// <param name="steps">The steps that there are.</param>
/// <param name="pool">Where more of them come from; null for nowhere.</param>
/// <param name="most">How many of these at most.</param>
internal sealed class CelBudget(long steps, StepPool? pool = null, long most = 0)
{
    private const long Portion = 100_000;

    private readonly Dictionary<string, Automaton?> patterns = new(StringComparer.Ordinal);
    private long steps = steps;
    private long most = most;

    /// <summary>Whether nothing is left.</summary>
    public bool IsSpent => steps < 0;

    /// <summary>Spends some; false when that is more than there is.</summary>
    public bool Take(long cost)
    {
        steps -= cost;
        while (steps < 0 && most > 0 && pool?.Draw(Portion) == true)
        {
            most -= Portion;
            steps += Portion;
        }
        return steps >= 0;
    }

    /// <summary>The automaton of a pattern; null when it is not known.</summary>
    public Automaton? Pattern(string pattern)
    {
        if (!patterns.TryGetValue(pattern, out var automaton))
        {
            automaton = PatternParser.Parse(pattern);
            patterns.Add(pattern, automaton);
            Take(automaton?.Length ?? pattern.Length);
        }
        return automaton;
    }
}
