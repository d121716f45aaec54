using FluxLint.Text.Automata;

namespace FluxLint.Files;

/// <summary>What globs and .gitignore have in common.</summary>
internal static class GlobPart
{
    /// <summary>One character that separates nothing.</summary>
    public static Expression InName { get; } = new Expression.Set(CharacterSet.All.Without('/'));

    /// <summary>One character.</summary>
    public static Expression Any { get; } = new Expression.Set(CharacterSet.All);

    /// <summary>Any number of directories, each with its <c>/</c>.</summary>
    public static Expression Directories { get; } = new Expression.Repeat(new Expression.Sequence([Many(Any), Literal('/')]), 0, 1);

    /// <summary>Any number of characters.</summary>
    public static Expression Many(Expression one) => new Expression.Repeat(one, 0, null);

    public static Expression Literal(int character) => new Expression.Set(CharacterSet.Of(character));

    /// <summary>The automaton that matches the parts, and nothing before or after them.</summary>
    public static Automaton Compile(IEnumerable<Expression> parts) =>
        ExpressionCompiler.Compile(new Expression.Sequence([new Expression.Edge(StepKind.Start), .. parts, new Expression.Edge(StepKind.End)]));
}
