using System.Text;
using FluxLint.Text;
using FluxLint.Text.Automata;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel;

/// <summary>Reads text and bytes as they are written in expressions: raw or not, in one quote or three.</summary>
internal sealed class CelTexts
{
    private readonly string text;
    private readonly int start;
    private readonly List<byte> bytes = [];
    private bool isRaw;
    private bool isBytes;
    private int position;

    private CelTexts(string text, int start)
    {
        this.text = text;
        this.start = start;
        position = start;
    }

    /// <summary>The literal at a place; null when there is none.</summary>
    /// <exception cref="CelSyntaxException">It is not closed, or has an escape that does not exist.</exception>
    public static CelToken? Read(string text, int start) => new CelTexts(text, start).Read();

    private CelToken? Read()
    {
        isBytes = TakePrefix('b');
        isRaw = TakePrefix('r');
        if (position == text.Length || text[position] is not ('"' or '\''))
            return null;
        var quote = text[position].ToString();
        var triple = quote + quote + quote;
        var isLong = text.AsSpan(position).StartsWith(triple, StringComparison.Ordinal);
        ReadUntil(isLong ? triple : quote, isLong);
        CelValue value = isBytes ? new Bytes([.. bytes]) : new Str(Encoding.UTF8.GetString([.. bytes]));
        return new(CelTokenKind.Literal, text[start..position], Span(start)) { Value = value };
    }

    private bool TakePrefix(char prefix)
    {
        var isThere = position < text.Length && char.ToLowerInvariant(text[position]) == prefix;
        position += isThere ? 1 : 0;
        return isThere;
    }

    private void ReadUntil(string end, bool isLong)
    {
        position += end.Length;
        while (!text.AsSpan(position).StartsWith(end, StringComparison.Ordinal))
        {
            if (position == text.Length || (!isLong && text[position] is '\n' or '\r'))
                throw new CelSyntaxException("a text is not closed", Span(start));
            if (text[position] == '\\' && !isRaw)
                ReadEscape();
            else
                Add(CodePoint.Read(text, ref position));
        }
        position += end.Length;
    }

    private void ReadEscape()
    {
        var first = position++;
        var name = position < text.Length ? text[position++] : '\0';
        switch (name)
        {
            case '\\' or '\'' or '"' or '`' or '?':
                Add(name);
                break;
            case 'x' or 'X':
                AddNumber(first, 2, 16);
                break;
            case 'u' when !isBytes:
                AddNumber(first, 4, 16);
                break;
            case 'U' when !isBytes:
                AddNumber(first, 8, 16);
                break;
            case >= '0' and <= '3':
                position--;
                AddNumber(first, 3, 8);
                break;
            default:
                Add("abfnrtv".IndexOf(name, StringComparison.Ordinal) is >= 0 and var index ? "\a\b\f\n\r\t\v"[index] : throw Unknown(first));
                break;
        }
    }

    private void AddNumber(int first, int digits, int radix)
    {
        var value = 0;
        for (var i = 0; i < digits; i++)
        {
            var digit = position < text.Length ? "0123456789abcdef".IndexOf(char.ToLowerInvariant(text[position]), StringComparison.Ordinal) : -1;
            if (digit < 0 || digit >= radix || value > 0x10FFFF)
                throw Unknown(first);
            position++;
            value = (value * radix) + digit;
        }
        if (isBytes)
            bytes.Add((byte)value);
        else if (Rune.IsValid(value))
            Add(value);
        else
            throw Unknown(first);
    }

    // Half of a pair is what UTF-8 cannot hold.
    private void Add(int character) => bytes.AddRange(Encoding.UTF8.GetBytes(Rune.IsValid(character) ? CodePoint.Show(character) : "\uFFFD"));

    private CelSyntaxException Unknown(int first) =>
        new($"there is no escape '{text[first..position]}'", Span(first));

    private TextSpan Span(int from) => TextSpan.FromBounds(from, position);
}
