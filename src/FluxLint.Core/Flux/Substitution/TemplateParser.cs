using System.Collections.Immutable;
using System.Text;
using FluxLint.Text;

namespace FluxLint.Flux;

/// <summary>
/// Reads the syntax of Flux's <c>envsubst</c> (fluxcd/pkg, <c>envsubst/parse</c>), which is less than a shell's: <c>$NAME</c> without
/// braces is text, and <c>${NAME-default}</c> without a colon is an error.
/// </summary>
internal sealed class TemplateParser(string text)
{
    private const int DeepestNesting = 32;

    private readonly List<TemplateMention?> references = [];
    private readonly List<TemplateMention> escapes = [];
    private TemplateFault? fault;
    private int at;

    private char Current => at < text.Length ? text[at] : '\0';

    private bool StartsReference => Current == '$' && at + 1 < text.Length && text[at + 1] == '{';

    public Template Parse()
    {
        var parts = ImmutableArray.CreateBuilder<TemplatePart>();
        while (at < text.Length && fault is null)
        {
            if (!StartsReference)
                parts.Add(ReadText());
            else if (ReadReference(0) is { } reference)
                parts.Add(reference);
        }
        return new(text, parts.ToImmutable(), [.. references.OfType<TemplateMention>()], [.. escapes], fault);
    }

    private TemplateText ReadText()
    {
        var value = new StringBuilder();
        while (at < text.Length && !StartsReference)
        {
            if (Current == '$' && at + 1 < text.Length && text[at + 1] == '$')
            {
                NoteEscape();
                at++;
            }
            value.Append(text[at++]);
        }
        return new(value.ToString());
    }

    private void NoteEscape()
    {
        var name = at + 2;
        if (name >= text.Length || text[name] != '{')
            return;
        var end = ++name;
        while (end < text.Length && IsNamePart(text[end]))
            end++;
        if (end == name)
            return;
        var close = text.IndexOf('}', end);
        var isDefault = end < text.Length && (text[end] == '=' || (text[end] == ':' && end + 1 < text.Length && text[end + 1] is '=' or '-' or '?' or '+'));
        escapes.Add(new(text[name..end], TextSpan.FromBounds(at, close < 0 ? end : close + 1), isDefault, IsEscaped: true));
    }

    private TemplateReference? ReadReference(int depth)
    {
        var start = at;
        var index = references.Count;
        references.Add(null);
        at += 2;
        if (depth > DeepestNesting)
            return Fail(start, $"references are nested more than {DeepestNesting} deep");
        var isLength = Current == '#';
        if (isLength)
            at++;
        var name = ReadName();
        if (name.Length == 0)
            return Fail(start, "the name of a variable is expected here");

        var (operation, arguments) = isLength ? (TemplateOperator.Length, []) : ReadOperation(start, depth);
        if (fault is not null)
            return null;
        if (Current != '}')
            return Fail(start, "a '}' is expected here", Help(name));
        at++;
        var span = TextSpan.FromBounds(start, at);
        references[index] = new(name, span, operation == TemplateOperator.Default, IsEscaped: false);
        return new(index, span, name, operation, arguments);
    }

    private string ReadName()
    {
        var start = at;
        while (at < text.Length && IsNamePart(text[at]))
            at++;
        return text[start..at];
    }

    private (TemplateOperator Operator, ImmutableArray<TemplatePart> Arguments) ReadOperation(int start, int depth)
    {
        switch (Current)
        {
            case '=':
                return ReadDefault(start, length: 1, depth);
            case ':' when at + 1 < text.Length && text[at + 1] is '=' or '-' or '?' or '+':
                return ReadDefault(start, length: 2, depth);
            case ':':
                at++;
                return ReadSubstring(start, depth);
            case ',' or '^':
                return (ReadCase(), []);
            case '/':
                return ReadReplacement(start, depth);
            case '#':
                return ReadTrim(start, TemplateOperator.TrimShortestPrefix, TemplateOperator.TrimLongestPrefix, depth);
            case '%':
                return ReadTrim(start, TemplateOperator.TrimShortestSuffix, TemplateOperator.TrimLongestSuffix, depth);
            default:
                return (TemplateOperator.None, []);
        }
    }

    private (TemplateOperator, ImmutableArray<TemplatePart>) ReadDefault(int start, int length, int depth)
    {
        at += length;
        var parts = ImmutableArray.CreateBuilder<TemplatePart>();
        while (Current != '}' && ReadArgument(start, "}", depth) is { } part)
            parts.Add(part);
        return (TemplateOperator.Default, parts.ToImmutable());
    }

    private (TemplateOperator, ImmutableArray<TemplatePart>) ReadSubstring(int start, int depth)
    {
        if (ReadArgument(start, ":}", depth) is not { } position)
            return default;
        if (!TrySkipAll(':'))
            return (TemplateOperator.Substring, [position]);
        return ReadArgument(start, "}", depth) is { } length ? (TemplateOperator.Substring, [position, length]) : default;
    }

    private TemplateOperator ReadCase()
    {
        var first = text[at++];
        if (Current is not (',' or '^'))
            return first == ',' ? TemplateOperator.LowerFirst : TemplateOperator.UpperFirst;
        var second = text[at++];
        return first != second ? TemplateOperator.None : first == ',' ? TemplateOperator.Lower : TemplateOperator.Upper;
    }

    private (TemplateOperator, ImmutableArray<TemplatePart>) ReadTrim(int start, TemplateOperator shortest, TemplateOperator longest, int depth)
    {
        var sign = text[at++];
        var isLongest = Current == sign;
        if (isLongest)
            at++;
        return ReadArgument(start, "}", depth) is { } pattern ? (isLongest ? longest : shortest, [pattern]) : default;
    }

    private (TemplateOperator, ImmutableArray<TemplatePart>) ReadReplacement(int start, int depth)
    {
        at++;
        var operation = Current switch
        {
            '/' => TemplateOperator.ReplaceAll,
            '#' => TemplateOperator.ReplacePrefix,
            '%' => TemplateOperator.ReplaceSuffix,
            _ => TemplateOperator.ReplaceFirst,
        };
        if (operation != TemplateOperator.ReplaceFirst)
            at++;
        // The pattern may be empty; a '}' belongs to it.
        var pattern = Current == '/' ? new TemplateText("") : ReadArgument(start, "/", depth, hasEscapes: true);
        if (pattern is null)
            return default;
        if (!TrySkipAll('/'))
        {
            Fail(start, "a '/' is expected here");
            return default;
        }
        if (Current == '}')
            return (operation, [pattern]);
        return ReadArgument(start, "}", depth, hasEscapes: true) is { } replacement ? (operation, [pattern, replacement]) : default;
    }

    /// <summary>Reads a nested reference, or text up to the next one or to a sign that ends it. There must be something.</summary>
    private TemplatePart? ReadArgument(int start, string ends, int depth, bool hasEscapes = false)
    {
        if (StartsReference)
            return ReadReference(depth + 1);
        var value = new StringBuilder();
        while (at < text.Length && !StartsReference)
        {
            if (hasEscapes && at + 1 < text.Length && (text[at], text[at + 1]) is ('$', '$') or ('\\', '/' or '\\'))
                at++;
            else if (ends.Contains(text[at]))
                break;
            value.Append(text[at++]);
        }
        if (value.Length > 0)
            return new TemplateText(value.ToString());
        Fail(start, at < text.Length ? "a value is expected here" : "a '}' is expected here");
        return null;
    }

    private bool TrySkipAll(char sign)
    {
        var start = at;
        while (Current == sign)
            at++;
        return at > start;
    }

    private TemplateReference? Fail(int start, string message, string? help = null)
    {
        fault ??= new(TextSpan.FromBounds(start, Math.Min(at + 1, text.Length)), message, help);
        return null;
    }

    private string? Help(string name) => Current is '-' or '+' or '?' ? $"Write '${{{name}:-default}}' to give a default" : null;

    private static bool IsNamePart(char c) => c == '_' || char.IsLetter(c) || char.IsDigit(c);
}
