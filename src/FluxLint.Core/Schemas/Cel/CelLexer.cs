using System.Collections.Immutable;
using FluxLint.Text;

namespace FluxLint.Schemas.Cel;

/// <summary>Cuts an expression into words (google/cel-spec, doc/langdef.md, "Syntax").</summary>
internal sealed class CelLexer
{
    private static readonly string[] Symbols =
        ["==", "!=", "<=", ">=", "&&", "||", "<", ">", "+", "-", "*", "/", "%", "!", "?", ":", ".", ",", "(", ")", "[", "]", "{", "}"];

    private readonly string text;
    private int position;

    private CelLexer(string text) => this.text = text;

    /// <summary>The words of an expression, and its end.</summary>
    /// <exception cref="CelSyntaxException">A character has no place in expressions, or a literal is wrong.</exception>
    public static ImmutableArray<CelToken> Read(string text)
    {
        var lexer = new CelLexer(text);
        var tokens = ImmutableArray.CreateBuilder<CelToken>();
        do
            tokens.Add(lexer.Next());
        while (tokens[^1].Kind != CelTokenKind.End);
        return tokens.ToImmutable();
    }

    private CelToken Next()
    {
        SkipSpace();
        if (position == text.Length)
            return new(CelTokenKind.End, "", new(position, 0));
        if (CelNumbers.Read(text, position) is { } number)
            return Take(number);
        if (CelTexts.Read(text, position) is { } literal)
            return Take(literal);
        if (text[position] == '_' || char.IsAsciiLetter(text[position]))
            return Name();
        return text[position] == '`' ? QuotedName() : Symbol();
    }

    private void SkipSpace()
    {
        while (position < text.Length)
        {
            if (text[position] is ' ' or '\t' or '\r' or '\n' or '\f')
                position++;
            else if (text.AsSpan(position).StartsWith("//"))
                position = text.IndexOf('\n', position) is >= 0 and var end ? end : text.Length;
            else
                return;
        }
    }

    private CelToken Name()
    {
        var end = position;
        while (end < text.Length && (text[end] == '_' || char.IsAsciiLetterOrDigit(text[end])))
            end++;
        var span = TextSpan.FromBounds(position, end);
        return Take(new(CelTokenKind.Name, text[position..end], span));
    }

    private CelToken QuotedName()
    {
        var end = text.IndexOf('`', position + 1);
        var span = TextSpan.FromBounds(position, end < 0 ? text.Length : end + 1);
        if (end < 0)
            throw new CelSyntaxException("a name in backquotes is not closed", span);
        var name = text[(position + 1)..end];
        if (name.Length == 0 || name.Any(character => !char.IsAsciiLetterOrDigit(character) && character is not ('_' or '.' or '-' or '/' or ' ')))
            throw new CelSyntaxException("a name in backquotes may only hold letters, digits, spaces, '_', '.', '-' and '/'", span);
        return Take(new(CelTokenKind.QuotedName, name, span));
    }

    private CelToken Symbol()
    {
        foreach (var symbol in Symbols)
        {
            if (text.AsSpan(position).StartsWith(symbol, StringComparison.Ordinal))
                return Take(new(CelTokenKind.Symbol, symbol, new(position, symbol.Length)));
        }
        var span = new TextSpan(position, char.IsSurrogate(text[position]) && position + 1 < text.Length ? 2 : 1);
        var written = text.Substring(span.Start, span.Length);
        throw new CelSyntaxException(written switch
        {
            "=" => "'=' is no operator: '==' compares",
            "&" => "'&' is no operator: '&&' is",
            "|" => "'|' is no operator: '||' is",
            _ => $"'{written}' has no place in an expression",
        }, span);
    }

    private CelToken Take(CelToken token)
    {
        position = token.Span.End;
        return token;
    }
}
