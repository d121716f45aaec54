namespace FluxLint.Text.Automata;

/// <summary>A step of an <see cref="Automaton"/>. All but forks go on with the step after them.</summary>
internal sealed record Step(StepKind Kind)
{
    /// <summary>The characters that a step over one allows.</summary>
    public CharacterSet? Characters { get; init; }

    /// <summary>Where a fork goes on.</summary>
    public int Next { get; init; }

    /// <summary>Where a fork goes on as well.</summary>
    public int Other { get; init; }

    public static Step Fork(int next, int other) => new(StepKind.Fork) { Next = next, Other = other };
}
