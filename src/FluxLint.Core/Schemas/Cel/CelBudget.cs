using FluxLint.Text.Automata;

namespace FluxLint.Schemas.Cel;

/// <summary>What may still be spent on expressions, so that none takes for ever, and the patterns that were read on the way.</summary>
/// <param name="steps">The steps that there are.</param>
internal sealed class CelBudget(long steps)
{
    // Of some 50 bytes each, and several budgets are in use at once.
    private const long MostValues = 500_000;

    private readonly Dictionary<string, Automaton?> patterns = new(StringComparer.Ordinal);
    private long steps = steps;
    private long values;

    /// <summary>Whether nothing is left.</summary>
    public bool IsSpent => steps < 0;

    /// <summary>Spends some; false when that is more than there is.</summary>
    public bool Take(long cost)
    {
        steps -= cost;
        return steps >= 0;
    }

    /// <summary>Begins with another object: the values that were made of the last one need be in memory no more.</summary>
    public void Begin() => values = 0;

    /// <summary>Takes note that values are made, of which one object may have so many; a long text is several. What is left is nothing when there are more.</summary>
    public void Make(long more)
    {
        values += more;
        if (values > MostValues)
            steps = -1;
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
