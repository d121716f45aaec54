using System.Collections.Immutable;

namespace FluxLint.Schemas.Patterns;

/// <summary>Turns a regular expression into steps.</summary>
internal sealed class PatternCompiler
{
    private const int MaximumSteps = 10_000;

    private readonly List<PatternStep> steps = [];

    /// <summary>The steps of a pattern; null when there would be too many.</summary>
    public static PatternProgram? Compile(PatternNode root)
    {
        var compiler = new PatternCompiler();
        compiler.Add(root);
        if (compiler.steps.Count > MaximumSteps)
            return null;
        compiler.steps.Add(new(PatternStepKind.Match));
        return new([.. compiler.steps]);
    }

    private void Add(PatternNode node)
    {
        // The rest is of no use once there are too many.
        if (steps.Count > MaximumSteps)
            return;
        switch (node)
        {
            case PatternNode.Set set:
                steps.Add(new(PatternStepKind.Set) { Characters = set.Characters });
                break;
            case PatternNode.Start:
                steps.Add(new(PatternStepKind.Start));
                break;
            case PatternNode.End:
                steps.Add(new(PatternStepKind.End));
                break;
            case PatternNode.Sequence sequence:
                foreach (var part in sequence.Parts)
                    Add(part);
                break;
            case PatternNode.Choice choice:
                AddChoice(choice.Parts);
                break;
            case PatternNode.Repeat repeat:
                AddRepeat(repeat);
                break;
        }
    }

    private void AddChoice(ImmutableArray<PatternNode> parts)
    {
        var exits = new List<int>();
        foreach (var part in parts[..^1])
        {
            var fork = Reserve();
            Add(part);
            exits.Add(Reserve());
            steps[fork] = new(PatternStepKind.Fork) { Next = fork + 1, Other = steps.Count };
        }
        Add(parts[^1]);
        foreach (var exit in exits)
            steps[exit] = new(PatternStepKind.Fork) { Next = steps.Count, Other = steps.Count };
    }

    private void AddRepeat(PatternNode.Repeat repeat)
    {
        for (var i = 0; i < repeat.Minimum; i++)
            Add(repeat.Part);
        if (repeat.Maximum is null)
        {
            var fork = Reserve();
            Add(repeat.Part);
            steps.Add(new(PatternStepKind.Fork) { Next = fork, Other = fork });
            steps[fork] = new(PatternStepKind.Fork) { Next = fork + 1, Other = steps.Count };
            return;
        }
        var forks = new List<int>();
        for (var i = repeat.Minimum; i < repeat.Maximum; i++)
        {
            forks.Add(Reserve());
            Add(repeat.Part);
        }
        foreach (var fork in forks)
            steps[fork] = new(PatternStepKind.Fork) { Next = fork + 1, Other = steps.Count };
    }

    private int Reserve()
    {
        steps.Add(new(PatternStepKind.Fork));
        return steps.Count - 1;
    }
}
