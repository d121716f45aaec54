using System.Text;
using FluxLint.Text;

namespace FluxLint.Flux;

/// <summary>Splits a Go template with the delimiters <c>&lt;&lt;</c> and <c>&gt;&gt;</c> into words (<c>text/template/parse/lex.go</c>).</summary>
internal sealed class GoTemplateLexer(string text)
{
    private const string LeftDelimiter = "<<";
    private const string RightDelimiter = ">>";

    private readonly List<GoTemplateToken> tokens = [];
    private int position;

    public static List<GoTemplateToken> Read(string text)
    {
        var lexer = new GoTemplateLexer(text);
        lexer.Read();
        return lexer.tokens;
    }

    private void Read()
    {
        var trimsText = false;
        while (true)
        {
            var start = position;
            var open = text.IndexOf(LeftDelimiter, position, StringComparison.Ordinal);
            var end = open < 0 ? text.Length : open;
            var trimsBefore = open >= 0 && IsTrimmed(open + 2);
            AddText(start, end, trimsText, trimsBefore);
            if (open < 0)
                break;
            position = open + (trimsBefore ? 3 : 2);
            trimsText = ReadAction(open);
        }
        Add(TokenKind.Close, "", text.Length);
    }

    private void AddText(int start, int end, bool trimsStart, bool trimsEnd)
    {
        while (trimsStart && start < end && IsSpace(text[start]))
            start++;
        while (trimsEnd && end > start && IsSpace(text[end - 1]))
            end--;
        position = end;
        if (end > start)
            tokens.Add(new(TokenKind.Text, "", TextSpan.FromBounds(start, end)));
    }

    /// <summary>Reads up to the end of an action; whether the text behind it loses its leading spaces.</summary>
    private bool ReadAction(int open)
    {
        SkipSpaces();
        if (IsAt("/*"))
            return SkipComment(open);
        tokens.Add(new(TokenKind.Open, LeftDelimiter, TextSpan.FromBounds(open, position)));
        while (position < text.Length)
        {
            SkipSpaces();
            var trims = position > 0 && position < text.Length && text[position] == '-' && IsSpace(text[position - 1]) && IsAt("->>");
            if (trims || IsAt(RightDelimiter))
            {
                var start = position;
                position += trims ? 3 : 2;
                tokens.Add(new(TokenKind.Close, RightDelimiter, TextSpan.FromBounds(start, position)));
                return trims;
            }
            ReadWord();
        }
        throw new GoTemplateFault("an action is not closed with '>>'", TextSpan.FromBounds(open, open + 2));
    }

    private bool SkipComment(int open)
    {
        var end = text.IndexOf("*/", position + 2, StringComparison.Ordinal);
        position = end < 0 ? text.Length : end + 2;
        SkipSpaces();
        var trims = IsAt("->>");
        if (!trims && !IsAt(RightDelimiter))
            throw new GoTemplateFault("a comment is not closed with '*/>>'", TextSpan.FromBounds(open, open + 2));
        position += trims ? 3 : 2;
        return trims;
    }

    private void ReadWord()
    {
        if (position >= text.Length)
            return;
        var start = position;
        switch (text[position])
        {
            case '"' or '\'':
                ReadQuoted(text[position]);
                break;
            case '`':
                var close = text.IndexOf('`', position + 1);
                position = close < 0 ? throw Fault("a string is not closed", start) : close + 1;
                Add(TokenKind.String, text[(start + 1)..close], start);
                break;
            case '$':
                position++;
                Add(TokenKind.Variable, ReadName(), start);
                break;
            case '.' when position + 1 >= text.Length || !char.IsAsciiDigit(text[position + 1]):
                position++;
                Add(TokenKind.Field, ReadName(), start);
                break;
            case ':' when IsAt(":="):
                position += 2;
                Add(TokenKind.Sign, ":=", start);
                break;
            case '|' or '(' or ')' or ',' or '=':
                position++;
                Add(TokenKind.Sign, text[start..position], start);
                break;
            case var c when char.IsAsciiDigit(c) || c is '+' or '-' or '.':
                position++;
                while (position < text.Length && (char.IsAsciiLetterOrDigit(text[position]) || text[position] is '.' or '_'))
                    position++;
                Add(TokenKind.Number, text[start..position], start);
                break;
            case var c when char.IsLetter(c) || c == '_':
                Add(TokenKind.Name, ReadName(), start);
                break;
            default:
                throw Fault($"unexpected '{text[position]}'", start);
        }
    }

    private string ReadName()
    {
        var start = position;
        while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] == '_'))
            position++;
        return text[start..position];
    }

    private void ReadQuoted(char quote)
    {
        var start = position++;
        var content = new StringBuilder();
        while (position < text.Length && text[position] != quote && text[position] != '\n')
        {
            if (text[position] == '\\')
            {
                position++;
                content.Append(Unescape(start));
            }
            else
            {
                content.Append(text[position]);
            }
            position++;
        }
        if (position >= text.Length || text[position] != quote)
            throw Fault("a string is not closed", start);
        position++;
        Add(TokenKind.String, content.ToString(), start);
    }

    private char Unescape(int start) => position >= text.Length
        ? throw Fault("a string is not closed", start)
        : text[position] switch
        {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            '\\' or '"' or '\'' => text[position],
            var c => throw Fault($"unexpected escape '\\{c}'", start),
        };

    private void SkipSpaces()
    {
        while (position < text.Length && IsSpace(text[position]))
            position++;
    }

    private void Add(TokenKind kind, string content, int start) => tokens.Add(new(kind, content, TextSpan.FromBounds(start, position)));

    private GoTemplateFault Fault(string message, int start) => new(message, TextSpan.FromBounds(start, Math.Min(position + 1, text.Length)));

    private bool IsAt(string expected) => string.CompareOrdinal(text, position, expected, 0, expected.Length) == 0;

    private bool IsTrimmed(int at) => at + 1 < text.Length && text[at] == '-' && IsSpace(text[at + 1]);

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n';
}
