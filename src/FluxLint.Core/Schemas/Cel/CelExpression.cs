using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FluxLint.Text;

namespace FluxLint.Schemas.Cel;

/// <summary>An expression of the Common Expression Language, or a part of one.</summary>
internal abstract record CelExpression
{
    private CelExpression()
    {
    }

    /// <summary>The word that it is known by in the text: a name, an operator, a literal.</summary>
    public TextSpan Span { get; init; }

    /// <summary>Reads an expression; null, and why, when it is none.</summary>
    public static CelExpression? Parse(string text, out CelSyntaxError? error)
    {
        try
        {
            error = null;
            return CelParser.Parse(text);
        }
        catch (CelSyntaxException exception)
        {
            error = new(exception.Message, exception.Span);
            return null;
        }
    }

    /// <summary>Whether a name stands in it as a variable.</summary>
    /// <remarks>One that is too deep to look at is taken for one that mentions it.</remarks>
    public bool Mentions(string name) =>
        !RuntimeHelpers.TryEnsureSufficientExecutionStack() || (this is Name { Text: var text } && text == name) || Parts.Any(part => part.Mentions(name));

    /// <summary>The expressions that it consists of.</summary>
    public virtual IEnumerable<CelExpression> Parts => [];

    /// <summary>A value that is written out.</summary>
    public sealed record Literal(CelValue Value) : CelExpression;

    /// <summary>A variable, or the first part of a longer name.</summary>
    public sealed record Name(string Text) : CelExpression;

    /// <summary>A field of a value.</summary>
    /// <param name="Operand">The value.</param>
    /// <param name="Field">The name of the field.</param>
    /// <param name="IsOptional">Whether the field may be absent (<c>a.?b</c>).</param>
    public sealed record Select(CelExpression Operand, string Field, bool IsOptional = false) : CelExpression
    {
        public override IEnumerable<CelExpression> Parts => [Operand];
    }

    /// <summary>Whether a field is there (<c>has(a.b)</c>).</summary>
    public sealed record Has(CelExpression Operand, string Field) : CelExpression
    {
        public override IEnumerable<CelExpression> Parts => [Operand];
    }

    /// <summary>An item of a list or a value of a map.</summary>
    public sealed record Index(CelExpression Operand, CelExpression Key, bool IsOptional) : CelExpression
    {
        public override IEnumerable<CelExpression> Parts => [Operand, Key];
    }

    /// <summary>A function; a method when it is called on a value.</summary>
    public sealed record Call(CelExpression? Target, string Function, ImmutableArray<CelExpression> Arguments) : CelExpression
    {
        public override IEnumerable<CelExpression> Parts => Target is null ? Arguments : [Target, .. Arguments];
    }

    /// <summary>An operator between two values.</summary>
    public sealed record Binary(string Operator, CelExpression Left, CelExpression Right) : CelExpression
    {
        public override IEnumerable<CelExpression> Parts => [Left, Right];
    }

    /// <summary>An operator before a value.</summary>
    public sealed record Unary(string Operator, CelExpression Operand) : CelExpression
    {
        public override IEnumerable<CelExpression> Parts => [Operand];
    }

    /// <summary>One of two values.</summary>
    public sealed record Conditional(CelExpression Condition, CelExpression Then, CelExpression Else) : CelExpression
    {
        public override IEnumerable<CelExpression> Parts => [Condition, Then, Else];
    }

    /// <summary>A list.</summary>
    public sealed record ListOf(ImmutableArray<Element> Items) : CelExpression
    {
        public override IEnumerable<CelExpression> Parts => Items.Select(item => item.Value);
    }

    /// <summary>A map.</summary>
    public sealed record MapOf(ImmutableArray<Pair> Pairs) : CelExpression
    {
        public override IEnumerable<CelExpression> Parts => Pairs.SelectMany(pair => new[] { pair.Key, pair.Value });
    }

    /// <summary>A message of a type.</summary>
    public sealed record Message(string Type, ImmutableArray<Pair> Fields) : CelExpression
    {
        public override IEnumerable<CelExpression> Parts => Fields.Select(pair => pair.Value);
    }

    /// <summary>A macro that goes over a list or a map.</summary>
    /// <param name="Kind">What it makes.</param>
    /// <param name="Range">What it goes over.</param>
    /// <param name="First">The variable for the item, or for the key where there is a second one.</param>
    /// <param name="Second">The variable for the value; null when there is one variable.</param>
    /// <param name="Filter">Which items count; null for all.</param>
    /// <param name="Body">What is evaluated for each.</param>
    public sealed record Fold(FoldKind Kind, CelExpression Range, string First, string? Second, CelExpression? Filter, CelExpression Body) : CelExpression
    {
        public override IEnumerable<CelExpression> Parts => Filter is null ? [Range, Body] : [Range, Filter, Body];
    }

    /// <summary>A value with a name (<c>cel.bind</c>).</summary>
    public sealed record Bind(string Variable, CelExpression Value, CelExpression Body) : CelExpression
    {
        public override IEnumerable<CelExpression> Parts => [Value, Body];
    }

    /// <summary>What becomes of an optional value that is there (<c>optMap</c>, <c>optFlatMap</c>).</summary>
    public sealed record MapOptional(CelExpression Operand, string Variable, CelExpression Body, bool IsFlat) : CelExpression
    {
        public override IEnumerable<CelExpression> Parts => [Operand, Body];
    }

    /// <summary>An item of a list; an optional one is left out when it has no value.</summary>
    public sealed record Element(CelExpression Value, bool IsOptional);

    /// <summary>An entry of a map or field of a message; an optional one is left out when it has no value.</summary>
    public sealed record Pair(CelExpression Key, CelExpression Value, bool IsOptional);
}
