using System.Collections.Immutable;
using System.Globalization;
using FluxLint.Text;

namespace FluxLint.Flux;

/// <summary>Parses a Go template (<c>text/template/parse/parse.go</c>), but for templates that define or call others.</summary>
internal sealed class GoTemplateParser(List<GoTemplateToken> tokens)
{
    private const int MaximumDepth = 200;

    private int next;
    private int depth;

    /// <exception cref="GoTemplateFault">The text is no template, or one that is not supported.</exception>
    public static ImmutableArray<GoTemplateNode> Parse(string text)
    {
        var parser = new GoTemplateParser(GoTemplateLexer.Read(text));
        var nodes = parser.List(out var end);
        return end.Text.Length == 0 ? nodes : throw new GoTemplateFault($"unexpected '{end.Text}'", end.Span);
    }

    private GoTemplateToken Current => tokens[Math.Min(next, tokens.Count - 1)];

    private GoTemplateToken Take() => tokens[Math.Min(next++, tokens.Count - 1)];

    /// <summary>Parses up to an <c>else</c> or <c>end</c>, which comes back, or the end of the template.</summary>
    private ImmutableArray<GoTemplateNode> List(out GoTemplateToken end)
    {
        Enter(Current.Span);
        var nodes = ImmutableArray.CreateBuilder<GoTemplateNode>();
        while (true)
        {
            var token = Take();
            if (token.Kind == TokenKind.Text)
            {
                nodes.Add(new GoTemplateText(token.Span));
                continue;
            }
            if (token.Kind == TokenKind.Close || Current is { Kind: TokenKind.Name, Text: "else" or "end" })
            {
                end = token.Kind == TokenKind.Close ? token : Take();
                depth--;
                return nodes.ToImmutable();
            }
            nodes.Add(Action(token.Span.Start));
        }
    }

    private GoTemplateNode Action(int start)
    {
        switch (Current)
        {
            case { Kind: TokenKind.Name, Text: "if" or "with" or "range" }:
                return Branch(start, Take());
            case { Kind: TokenKind.Name, Text: "break" or "continue" } jump:
                next++;
                return new GoTemplateJump(TextSpan.FromBounds(start, Close()), jump.Text == "break");
            case { Kind: TokenKind.Name, Text: "define" or "template" or "block" } unsupported:
                throw new GoTemplateFault($"'{unsupported.Text}' is not supported", unsupported.Span);
            default:
                var pipeline = Pipeline();
                return new GoTemplateAction(TextSpan.FromBounds(start, Close()), pipeline);
        }
    }

    private GoTemplateBranch Branch(int start, GoTemplateToken keyword)
    {
        var pipeline = Pipeline();
        var span = TextSpan.FromBounds(start, Close());
        var then = List(out var end);
        ImmutableArray<GoTemplateNode> otherwise = [];
        if (end.Text == "else" && Current is { Kind: TokenKind.Name, Text: "if" or "with" } again)
        {
            next++;
            Enter(again.Span);
            // The end of the inner one ends both.
            otherwise = [Branch(end.Span.Start, again)];
            depth--;
            return new(span, keyword.Text, pipeline, then, otherwise);
        }
        if (end.Text == "else")
        {
            Close();
            otherwise = List(out end);
        }
        if (end.Text != "end")
            throw new GoTemplateFault($"'{keyword.Text}' has no 'end'", keyword.Span);
        Close();
        return new(span, keyword.Text, pipeline, then, otherwise);
    }

    private int Close()
    {
        var token = Take();
        return token is { Kind: TokenKind.Close, Text.Length: > 0 } ? token.Span.End : throw Unexpected(token);
    }

    private Pipeline Pipeline()
    {
        Enter(Current.Span);
        var (variables, isDeclaration) = Variables();
        var commands = ImmutableArray.CreateBuilder<ImmutableArray<Operand>>();
        do
        {
            commands.Add(Command());
        }
        while (TakeSign("|"));
        depth--;
        return new(variables, isDeclaration, commands.ToImmutable());
    }

    private (ImmutableArray<string> Variables, bool IsDeclaration) Variables()
    {
        var start = next;
        var names = ImmutableArray.CreateBuilder<string>();
        while (Current is { Kind: TokenKind.Variable, Text.Length: > 0 } variable)
        {
            next++;
            names.Add(variable.Text);
            if (TakeSign(":="))
                return (names.ToImmutable(), true);
            if (TakeSign("="))
                return (names.ToImmutable(), false);
            if (!TakeSign(","))
                break;
        }
        next = start;
        return ([], false);
    }

    private ImmutableArray<Operand> Command()
    {
        var operands = ImmutableArray.CreateBuilder<Operand>();
        while (Operand() is { } operand)
            operands.Add(operand);
        return operands.Count > 0 ? operands.ToImmutable() : throw Unexpected(Current);
    }

    private Operand? Operand()
    {
        if (Term() is not { } term)
            return null;
        var fields = ImmutableArray.CreateBuilder<string>();
        var end = term.Span.End;
        // A field behind a space is an argument of its own.
        while (Current is { Kind: TokenKind.Field, Text.Length: > 0 } field && field.Span.Start == end)
        {
            next++;
            fields.Add(field.Text);
            end = field.Span.End;
        }
        return fields.Count == 0 ? term : new FieldOperand(TextSpan.FromBounds(term.Span.Start, end), term, fields.ToImmutable());
    }

    private Operand? Term()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Name:
                next++;
                return token.Text switch
                {
                    "true" => new LiteralOperand(token.Span, true),
                    "false" => new LiteralOperand(token.Span, false),
                    "nil" => new LiteralOperand(token.Span, null),
                    _ => new FunctionOperand(token.Span, token.Text),
                };
            case TokenKind.String:
                next++;
                return new LiteralOperand(token.Span, token.Text);
            case TokenKind.Number:
                next++;
                return new LiteralOperand(token.Span, Number(token));
            case TokenKind.Variable:
                next++;
                return new VariableOperand(token.Span, token.Text);
            case TokenKind.Field:
                next++;
                return token.Text.Length == 0
                    ? new DotOperand(token.Span)
                    : new FieldOperand(token.Span, new DotOperand(token.Span), [token.Text]);
            case TokenKind.Sign when token.Text == "(":
                next++;
                var pipeline = Pipeline();
                var close = Take();
                return close is { Kind: TokenKind.Sign, Text: ")" } ? new NestedOperand(TextSpan.FromBounds(token.Span.Start, close.Span.End), pipeline) : throw Unexpected(close);
            default:
                return null;
        }
    }

    private static object Number(GoTemplateToken token)
    {
        if (long.TryParse(token.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return whole;
        return double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new GoTemplateFault($"'{token.Text}' is not a number", token.Span);
    }

    private bool TakeSign(string sign)
    {
        if (Current.Kind != TokenKind.Sign || Current.Text != sign)
            return false;
        next++;
        return true;
    }

    private void Enter(TextSpan span)
    {
        if (++depth > MaximumDepth)
            throw new GoTemplateFault($"blocks are nested more than {MaximumDepth} deep", span);
    }

    private static GoTemplateFault Unexpected(GoTemplateToken token) =>
        new(token.Text.Length == 0 ? "the template ends too early" : $"unexpected '{token.Text}'", token.Span);
}
