using System.Collections.Immutable;
using FluxLint.Text;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel;

/// <summary>The words of an expression, one after the other, and what is wrong when another one should stand there.</summary>
internal sealed class CelTokens(ImmutableArray<CelToken> tokens)
{
    private readonly Stack<CelToken> open = [];
    private int position;

    public CelToken Current => tokens[position];

    /// <summary>The last word that was taken.</summary>
    private CelToken? Previous => position > 0 ? tokens[position - 1] : null;

    /// <summary>Whether a number with a minus before it comes next.</summary>
    public bool IsNegativeNumber => Current.Is("-") && tokens[position + 1].Value is Int or Real;

    public bool IsOperator(string symbol) => symbol == "in" ? Current is { Kind: CelTokenKind.Name, Text: "in" } : Current.Is(symbol);

    /// <summary>Takes the next word. An opening bracket is remembered until its closing one is taken.</summary>
    public CelToken Advance()
    {
        var taken = Current;
        if (taken.Is("(") || taken.Is("[") || taken.Is("{"))
            open.Push(taken);
        else if (taken.Is(")") || taken.Is("]") || taken.Is("}"))
            open.TryPop(out _);
        position++;
        return taken;
    }

    /// <summary>Takes a symbol when it comes next.</summary>
    public bool Take(string symbol)
    {
        if (!Current.Is(symbol))
            return false;
        Advance();
        return true;
    }

    /// <summary>Takes a symbol that must come next.</summary>
    public void Expect(string symbol)
    {
        if (!Take(symbol))
            throw Unexpected($"'{symbol}'");
    }

    /// <summary>What is wrong with the next word.</summary>
    /// <param name="expected">What should stand in its place.</param>
    public CelSyntaxException Unexpected(string expected)
    {
        if (Current.Kind != CelTokenKind.End)
            return new($"{expected} must stand before '{Current.Text}'", Current.Span);
        // What is wrong at the end began earlier: with an operator that has nothing to its right, or with a bracket.
        if (Previous is { Kind: CelTokenKind.Symbol } last && !last.Is(")") && !last.Is("]") && !last.Is("}") && !open.Contains(last))
            return new($"nothing stands after '{last.Text}'", last.Span);
        if (open.TryPeek(out var bracket))
            return new($"'{bracket.Text}' is not closed", bracket.Span);
        return Previous is null ? new("the expression is empty", Current.Span) : new($"{expected} is missing at the end", new TextSpan(Math.Max(0, Current.Span.Start - 1), 1));
    }
}
