using System.Collections.Immutable;

namespace FluxLint.Text.Automata;

/// <summary>Turns a regular expression into the steps of an automaton.</summary>
internal sealed class ExpressionCompiler
{
    private readonly ImmutableArray<Step>.Builder steps = ImmutableArray.CreateBuilder<Step>();

    /// <summary>The automaton of an expression. Who takes expressions from others looks at their size before.</summary>
    public static Automaton Compile(Expression root)
    {
        var compiler = new ExpressionCompiler();
        compiler.Add(root);
        compiler.steps.Add(new(StepKind.Match));
        return new(compiler.steps.ToImmutable());
    }

    private void Add(Expression expression)
    {
        switch (expression)
        {
            case Expression.Set set:
                steps.Add(new(StepKind.Set) { Characters = set.Characters });
                break;
            case Expression.Edge edge:
                steps.Add(new(edge.Kind));
                break;
            case Expression.Sequence sequence:
                foreach (var part in sequence.Parts)
                    Add(part);
                break;
            case Expression.Choice choice:
                AddChoice(choice.Parts);
                break;
            case Expression.Repeat repeat:
                AddRepeat(repeat);
                break;
        }
    }

    private void AddChoice(ImmutableArray<Expression> parts)
    {
        var exits = new List<int>();
        foreach (var part in parts[..^1])
        {
            var fork = Reserve();
            Add(part);
            exits.Add(Reserve());
            steps[fork] = Step.Fork(fork + 1, steps.Count);
        }
        Add(parts[^1]);
        foreach (var exit in exits)
            steps[exit] = Step.Fork(steps.Count, steps.Count);
    }

    private void AddRepeat(Expression.Repeat repeat)
    {
        var exits = new List<int>();
        var last = steps.Count;
        for (var i = 0; i < repeat.Copies; i++)
        {
            if (i >= repeat.Minimum)
                exits.Add(Reserve());
            last = steps.Count;
            Add(repeat.Part);
        }
        if (repeat.Maximum is null)
            steps.Add(Fork(last, steps.Count + 1));
        foreach (var exit in exits)
            steps[exit] = Fork(exit + 1, steps.Count);

        // What comes first is the better way.
        Step Fork(int again, int onward) => repeat.IsLazy ? Step.Fork(onward, again) : Step.Fork(again, onward);
    }

    private int Reserve()
    {
        steps.Add(new(StepKind.Fork));
        return steps.Count - 1;
    }
}
