namespace FluxLint.Schemas.Cel;

/// <summary>Reads operators: what binds tighter is read deeper (google/cel-spec, doc/langdef.md, "Syntax").</summary>
internal sealed class CelParser
{
    // The limits of cel-go.
    private const int MaximumLength = 100_000;
    private const int MaximumDepth = 250;

    private static readonly string[][] Levels = [["||"], ["&&"], ["<", "<=", ">", ">=", "==", "!=", "in"], ["+", "-"], ["*", "/", "%"]];

    private readonly CelTokens tokens;
    private readonly CelOperands operands;
    private int depth;

    private CelParser(CelTokens tokens)
    {
        this.tokens = tokens;
        operands = new(tokens, Expression);
    }

    /// <summary>The expression that a text is.</summary>
    /// <exception cref="CelSyntaxException">It is none.</exception>
    public static CelExpression Parse(string text)
    {
        if (text.Length > MaximumLength)
            throw new CelSyntaxException($"an expression has at most {MaximumLength} characters", new(0, text.Length));
        var tokens = new CelTokens(CelLexer.Read(text));
        var root = new CelParser(tokens).Expression();
        return tokens.Current.Kind == CelTokenKind.End ? root : throw tokens.Unexpected("an operator");
    }

    private CelExpression Expression()
    {
        if (++depth > MaximumDepth)
            throw new CelSyntaxException("the expression is nested too deep", tokens.Current.Span);
        var condition = Level(0);
        if (tokens.Current is var mark && tokens.Take("?"))
        {
            var then = Level(0);
            tokens.Expect(":");
            condition = new CelExpression.Conditional(condition, then, Expression()) { Span = mark.Span };
        }
        depth--;
        return condition;
    }

    private CelExpression Level(int level)
    {
        if (level == Levels.Length)
            return Signed();
        var left = Level(level + 1);
        while (Levels[level].FirstOrDefault(tokens.IsOperator) is { } symbol)
        {
            var span = tokens.Advance().Span;
            left = new CelExpression.Binary(symbol, left, Level(level + 1)) { Span = span };
        }
        return left;
    }

    /// <summary>An operand with one sign before it, as often as one likes.</summary>
    private CelExpression Signed()
    {
        var (sign, span) = (tokens.Current.Is("!") ? "!" : "-", tokens.Current.Span);
        var count = 0;
        while (tokens.Current.Is(sign) && (sign == "!" || !tokens.IsNegativeNumber))
        {
            tokens.Advance();
            count++;
        }
        var operand = operands.Read();
        return count switch
        {
            0 => operand,
            _ when count % 2 == 1 => new CelExpression.Unary(sign, operand) { Span = span },
            _ => new CelExpression.Unary(sign, new CelExpression.Unary(sign, operand) { Span = span }) { Span = span },
        };
    }
}
