using System.Collections.Immutable;

namespace FluxLint.Schemas.Patterns;

/// <summary>
/// A regular expression as steps that are all followed at once, so that the time is bounded by the length of the pattern
/// times that of the text. The regular expressions of .NET differ from RE2 in syntax and would cost start-up time.
/// </summary>
internal sealed class PatternProgram(ImmutableArray<PatternStep> steps)
{
    /// <summary>Whether the pattern is found anywhere in a text.</summary>
    public bool IsMatch(string text)
    {
        var (active, following) = (new StepSet(steps.Length), new StepSet(steps.Length));
        var isStart = true;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Reach(active, isStart, isEnd: false))
                return true;
            following.Clear();
            foreach (var step in active.Steps)
            {
                if (steps[step] is { Kind: PatternStepKind.Set, Characters: { } characters } && characters.Contains(rune.Value))
                    following.Add(step + 1);
            }
            (active, following) = (following, active);
            isStart = false;
        }
        return Reach(active, isStart, isEnd: true);
    }

    /// <summary>Adds what is reached without taking a character; true when the pattern is found.</summary>
    private bool Reach(StepSet active, bool isStart, bool isEnd)
    {
        // The pattern may start at any character.
        active.Add(0);
        for (var i = 0; i < active.Steps.Length; i++)
        {
            var number = active.Steps[i];
            var step = steps[number];
            switch (step.Kind)
            {
                case PatternStepKind.Match:
                    return true;
                case PatternStepKind.Fork:
                    active.Add(step.Next);
                    active.Add(step.Other);
                    break;
                case PatternStepKind.Start when isStart:
                case PatternStepKind.End when isEnd:
                    active.Add(number + 1);
                    break;
            }
        }
        return false;
    }

    /// <summary>Numbers of steps, each once, in the order they were added.</summary>
    private sealed class StepSet(int count)
    {
        private readonly int[] numbers = new int[count];
        private readonly bool[] has = new bool[count];
        private int length;

        public ReadOnlySpan<int> Steps => numbers.AsSpan(0, length);

        public void Add(int step)
        {
            if (has[step])
                return;
            has[step] = true;
            numbers[length++] = step;
        }

        public void Clear()
        {
            foreach (var step in Steps)
                has[step] = false;
            length = 0;
        }
    }
}
