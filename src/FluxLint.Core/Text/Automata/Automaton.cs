using System.Collections.Immutable;
using System.Text;

namespace FluxLint.Text.Automata;

/// <summary>
/// A regular expression as steps that are all followed at once, so that the time is bounded by the number of steps times the
/// length of the text. Globs, .gitignore and the patterns of schemas differ in syntax alone.
/// </summary>
internal sealed class Automaton
{
    private const int StepsOnStack = 128;

    private readonly ImmutableArray<Step> steps;
    private readonly bool isAnchored;
    private readonly string prefix;
    private readonly int entry;

    public Automaton(ImmutableArray<Step> steps)
    {
        this.steps = steps;
        isAnchored = steps[0].Kind == StepKind.Start;
        var literals = new StringBuilder();
        if (isAnchored)
        {
            for (entry = 1; entry < steps.Length && steps[entry].Characters?.Single is { } only; entry++)
                literals.Append(CodePoint.Show(only));
        }
        prefix = literals.ToString();
    }

    /// <summary>The number of steps.</summary>
    public int Length => steps.Length;

    /// <summary>The steps, the first of which is where to begin.</summary>
    public ImmutableArray<Step> Steps => steps;

    /// <summary>Whether the expression can only be found at the start of a text.</summary>
    public bool IsAnchored => isAnchored;

    /// <summary>Whether the expression is found anywhere in a text.</summary>
    public bool IsMatch(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith(prefix, StringComparison.Ordinal))
            return false;
        var memory = Length <= StepsOnStack ? stackalloc int[Length * 4] : new int[Length * 4];
        var active = new StepSet(memory[..Length], memory.Slice(Length, Length));
        var following = new StepSet(memory.Slice(Length * 2, Length), memory[(Length * 3)..]);
        var at = prefix.Length;
        active.Add(entry);
        while (!Follow(ref active, text, at))
        {
            if (at == text.Length || active.Count == 0)
                return false;
            Take(CodePoint.Read(text, ref at), active, ref following);
            if (!isAnchored)
                following.Add(entry);
            var free = active;
            active = following;
            following = free;
        }
        return true;
    }

    /// <summary>Adds what is reached without taking a character; true when the expression is found.</summary>
    private bool Follow(ref StepSet active, ReadOnlySpan<char> text, int at)
    {
        for (var i = 0; i < active.Count; i++)
        {
            var number = active[i];
            var step = steps[number];
            switch (step.Kind)
            {
                case StepKind.Match:
                    return true;
                case StepKind.Fork:
                    active.Add(step.Next);
                    active.Add(step.Other);
                    break;
                case not StepKind.Set when TextEdge.IsAt(step.Kind, text, at):
                    active.Add(number + 1);
                    break;
            }
        }
        return false;
    }

    /// <summary>What the next character leads to.</summary>
    private void Take(int character, StepSet active, ref StepSet following)
    {
        following.Clear();
        for (var i = 0; i < active.Count; i++)
        {
            var number = active[i];
            if (steps[number].Characters is { } characters && characters.Contains(character))
                following.Add(number + 1);
        }
    }
}
