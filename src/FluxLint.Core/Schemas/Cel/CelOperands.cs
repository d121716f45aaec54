using System.Collections.Frozen;
using System.Collections.Immutable;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel;

/// <summary>Reads what operators stand between: literals, names, calls, and what follows them with a dot or bracket.</summary>
internal sealed class CelOperands(CelTokens tokens, Func<CelExpression> expression)
{
    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.Ordinal,
        "as", "break", "const", "continue", "else", "false", "for", "function", "if", "import", "in", "let", "loop", "namespace", "null", "package", "return", "true", "var", "void", "while");

    public CelExpression Read()
    {
        var operand = First();
        while (true)
        {
            if (tokens.Take("."))
            {
                operand = AfterDot(operand);
            }
            else if (tokens.Current is var bracket && tokens.Take("["))
            {
                var isOptional = tokens.Take("?");
                operand = new CelExpression.Index(operand, expression(), isOptional) { Span = bracket.Span };
                tokens.Expect("]");
            }
            else if (tokens.Current.Is("{") && Qualified(operand) is { } type)
            {
                var span = operand.Span;
                tokens.Advance();
                operand = new CelExpression.Message(type, Pairs(FieldName)) { Span = span };
            }
            else
            {
                return operand;
            }
        }
    }

    private CelExpression First()
    {
        var isNegative = tokens.IsNegativeNumber && tokens.Take("-");
        var token = tokens.Current;
        switch (token)
        {
            case { Kind: CelTokenKind.Literal, Value: { } value }:
                tokens.Advance();
                return new CelExpression.Literal(Signed(token, value, isNegative)) { Span = token.Span };
            case { Kind: CelTokenKind.Name, Text: "true" or "false" }:
                tokens.Advance();
                return new CelExpression.Literal(new Bool(token.Text == "true")) { Span = token.Span };
            case { Kind: CelTokenKind.Name, Text: "null" }:
                tokens.Advance();
                return new CelExpression.Literal(new Null()) { Span = token.Span };
            case { Kind: CelTokenKind.Name }:
                return FirstName("");
        }
        if (tokens.Take("."))
            return tokens.Current.Kind == CelTokenKind.Name ? FirstName(".") : throw tokens.Unexpected("a name");
        if (tokens.Take("("))
        {
            var inner = expression();
            tokens.Expect(")");
            return inner;
        }
        if (tokens.Take("["))
            return new CelExpression.ListOf(Items()) { Span = token.Span };
        return tokens.Take("{") ? new CelExpression.MapOf(Pairs(expression)) { Span = token.Span } : throw tokens.Unexpected("a value");
    }

    private static CelValue Signed(CelToken token, CelValue value, bool isNegative) => value switch
    {
        Int { Value: long.MinValue } when !isNegative => throw new CelSyntaxException($"the number {token.Text} is too large", token.Span),
        Int { Value: var whole } when isNegative => new Int(unchecked(-whole)),
        Real { Value: var real } when isNegative => new Real(-real),
        _ => value,
    };

    /// <summary>A variable, or a function that is called.</summary>
    private CelExpression FirstName(string dot)
    {
        var name = tokens.Current;
        if (Reserved.Contains(name.Text))
            throw name.Text == "in" ? tokens.Unexpected("a value") : new CelSyntaxException($"'{name.Text}' is a reserved word", name.Span);
        tokens.Advance();
        return tokens.Take("(") ? CelMacros.Expand(null, name, Arguments()) : new CelExpression.Name(dot + name.Text) { Span = name.Span };
    }

    private CelExpression AfterDot(CelExpression operand)
    {
        var isOptional = tokens.Take("?");
        var name = FieldToken();
        if (!isOptional && name.Kind == CelTokenKind.Name && tokens.Take("("))
            return CelMacros.Expand(operand, name, Arguments());
        return new CelExpression.Select(operand, name.Text, isOptional) { Span = name.Span };
    }

    private CelToken FieldToken()
    {
        if (tokens.Current is not ({ Kind: CelTokenKind.Name, Text: not ("true" or "false" or "null" or "in") } or { Kind: CelTokenKind.QuotedName }))
            throw tokens.Unexpected("the name of a field");
        return tokens.Advance();
    }

    private CelExpression.Literal FieldName()
    {
        var name = FieldToken();
        return new(new Str(name.Text)) { Span = name.Span };
    }

    private ImmutableArray<CelExpression> Arguments()
    {
        var arguments = ImmutableArray.CreateBuilder<CelExpression>();
        if (tokens.Take(")"))
            return [];
        do
            arguments.Add(expression());
        while (tokens.Take(","));
        if (!tokens.Take(")"))
            throw tokens.Unexpected("',' or ')'");
        return arguments.ToImmutable();
    }

    private ImmutableArray<CelExpression.Element> Items()
    {
        var items = ImmutableArray.CreateBuilder<CelExpression.Element>();
        while (!tokens.Take("]"))
        {
            var isOptional = tokens.Take("?");
            items.Add(new(expression(), isOptional));
            if (!tokens.Take(",") && !tokens.Current.Is("]"))
                throw tokens.Unexpected("',' or ']'");
        }
        return items.ToImmutable();
    }

    private ImmutableArray<CelExpression.Pair> Pairs(Func<CelExpression> readKey)
    {
        var pairs = ImmutableArray.CreateBuilder<CelExpression.Pair>();
        while (!tokens.Take("}"))
        {
            var isOptional = tokens.Take("?");
            var key = readKey();
            tokens.Expect(":");
            pairs.Add(new(key, expression(), isOptional));
            if (!tokens.Take(",") && !tokens.Current.Is("}"))
                throw tokens.Unexpected("',' or '}'");
        }
        return pairs.ToImmutable();
    }

    /// <summary>The name that an expression spells with dots; null when it is something else.</summary>
    public static string? Qualified(CelExpression expression)
    {
        var parts = new Stack<string>();
        for (; expression is CelExpression.Select { IsOptional: false } select; expression = select.Operand)
            parts.Push(select.Field);
        return expression is CelExpression.Name { Text: var first } ? string.Join('.', parts.Prepend(first)) : null;
    }
}
