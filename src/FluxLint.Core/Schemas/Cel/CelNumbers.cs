using System.Globalization;
using FluxLint.Text;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel;

/// <summary>Reads numbers as they are written in expressions.</summary>
internal static class CelNumbers
{
    /// <summary>The number at a place; null when there is none. It has no sign.</summary>
    /// <exception cref="CelSyntaxException">The number is too large.</exception>
    public static CelToken? Read(string text, int start)
    {
        var isFraction = text[start] == '.' && IsDigit(text, start + 1);
        if (!char.IsAsciiDigit(text[start]) && !isFraction)
            return null;
        if (text[start] == '0' && start + 1 < text.Length && text[start + 1] is 'x' or 'X' && start + 2 < text.Length && char.IsAsciiHexDigit(text[start + 2]))
            return Whole(text, start, Skip(text, start + 2, char.IsAsciiHexDigit), isHex: true);
        var end = Skip(text, start, char.IsAsciiDigit);
        if (end < text.Length && text[end] == '.' && IsDigit(text, end + 1))
        {
            end = Skip(text, end + 1, char.IsAsciiDigit);
            isFraction = true;
        }
        if (end < text.Length && text[end] is 'e' or 'E' && IsDigit(text, end + 1 < text.Length && text[end + 1] is '+' or '-' ? end + 2 : end + 1))
        {
            end = Skip(text, end + 2, char.IsAsciiDigit);
            isFraction = true;
        }
        if (!isFraction)
            return Whole(text, start, end, isHex: false);
        var written = text[start..end];
        return Token(text, start, end, new Real(double.Parse(written, CultureInfo.InvariantCulture)));
    }

    private static CelToken Whole(string text, int start, int end, bool isHex)
    {
        var isUnsigned = end < text.Length && text[end] is 'u' or 'U';
        var digits = isHex ? text[(start + 2)..end] : text[start..end];
        if (!ulong.TryParse(digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var value) || (!isUnsigned && value > 1UL + long.MaxValue))
            throw new CelSyntaxException($"the number {text[start..end]} is too large", TextSpan.FromBounds(start, end));
        // One more than fits is the size of the least number: the parser knows whether a minus stands before it.
        return Token(text, start, isUnsigned ? end + 1 : end, isUnsigned ? new Uint(value) : new Int(unchecked((long)value)));
    }

    private static CelToken Token(string text, int start, int end, CelValue value) =>
        new(CelTokenKind.Literal, text[start..end], TextSpan.FromBounds(start, end)) { Value = value };

    private static bool IsDigit(string text, int at) => at < text.Length && char.IsAsciiDigit(text[at]);

    private static int Skip(string text, int at, Func<char, bool> isPart)
    {
        while (at < text.Length && isPart(text[at]))
            at++;
        return at;
    }
}
