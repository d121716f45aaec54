using FluxLint.Text.Automata;

namespace FluxLint.Schemas.Cel;

/// <summary>What may still be spent on expressions, so that none takes for ever, and the patterns that were read on the way.</summary>
/// <param name="steps">The steps that there are.</param>
internal sealed class CelBudget(long steps)
{
    private readonly Dictionary<string, Automaton?> patterns = new(StringComparer.Ordinal);
    private long steps = steps;

    /// <summary>Whether nothing is left.</summary>
    public bool IsSpent => steps < 0;

    /// <summary>Spends some; false when that is more than there is.</summary>
    public bool Take(long cost)
    {
        steps -= cost;
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
