using System.Globalization;

namespace FluxLint.Syntax;

/// <summary>Numbers as go-yaml v3 reads them and as Go's JSON encoder writes them.</summary>
internal static class ScalarNumbers
{
    /// <summary>A whole number that fits 64 bits, in decimal digits; null for anything else.</summary>
    public static string? Integer(string value)
    {
        var digits = WithoutUnderscores(value).AsSpan();
        var sign = digits[0];
        if (sign is '-' or '+')
            digits = digits[1..];
        var radix = digits switch
        {
            ['0', 'x' or 'X', ..] => 16u,
            ['0', 'b' or 'B', ..] => 2u,
            ['0', 'o' or 'O', ..] => 8u,
            ['0', _, ..] => 0u,
            _ => 10u,
        };
        var body = digits[(radix switch { 10 => 0, 0 => 1, _ => 2 })..];
        // go-yaml takes a sign behind these two prefixes, where none stands before them.
        if (sign == '0' && digits is ['0', 'b' or 'o', '-' or '+', ..])
        {
            sign = body[0];
            body = body[1..];
        }
        if (Magnitude(body, radix == 0 ? 8u : radix) is not { } number)
            return null;
        ulong largest = sign switch { '-' => 1UL << 63, '+' => long.MaxValue, _ => ulong.MaxValue };
        return number > largest ? null : $"{(sign == '-' && number > 0 ? "-" : "")}{number.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>A number with a fraction or an exponent, or too large for <see cref="Integer"/>; null for anything else.</summary>
    public static double? Float(string value)
    {
        // Behind a leading point underscores must stand between digits; elsewhere they may stand anywhere.
        if (value[0] == '.' && !AreUnderscoresBetweenDigits(value))
            return null;
        var digits = WithoutUnderscores(value);
        return IsFloat(digits) && double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;
    }

    /// <summary>Without exponent from 1e-6 up to 1e21, and then with one as short as it can be.</summary>
    public static string Json(double number)
    {
        if (number == 0)
            return "0";
        var (digits, exponent) = Shortest(number);
        var sign = number < 0 ? "-" : "";
        if (exponent is < -6 or >= 21)
            return $"{sign}{digits[0]}{(digits.Length > 1 ? "." : "")}{digits[1..]}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent)}";
        if (exponent < 0)
            return sign + "0." + new string('0', -exponent - 1) + digits;
        return digits.Length <= exponent + 1
            ? sign + digits.PadRight(exponent + 1, '0')
            : $"{sign}{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}";
    }

    /// <summary>Without exponent from 1e-4 up to 1e6, and then with one of at least two digits: Go's format for single numbers.</summary>
    public static string Text(double number)
    {
        if (number == 0)
            return "0";
        var (digits, exponent) = Shortest(number);
        return exponent is >= -4 and < 6
            ? Json(number)
            : $"{(number < 0 ? "-" : "")}{digits[0]}{(digits.Length > 1 ? "." : "")}{digits[1..]}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
    }

    /// <summary>The fewest digits that tell a number from its neighbours, and the power of ten of the first.</summary>
    private static (string Digits, int Exponent) Shortest(double number)
    {
        var shortest = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture);
        var (mantissa, exponent) = shortest.Split('E') is [var front, var back] ? (front, int.Parse(back, CultureInfo.InvariantCulture)) : (shortest, 0);
        var whole = mantissa.IndexOf('.') is >= 0 and var point ? point : mantissa.Length;
        var all = mantissa.Replace(".", "", StringComparison.Ordinal);
        exponent += whole - 1 - (all.Length - all.TrimStart('0').Length);
        return (all.Trim('0'), exponent);
    }

    private static string WithoutUnderscores(string value) => value.Replace("_", "", StringComparison.Ordinal);

    private static ulong? Magnitude(ReadOnlySpan<char> digits, uint radix)
    {
        if (digits.IsEmpty)
            return null;
        var number = 0UL;
        foreach (var c in digits)
        {
            var digit = char.IsAsciiDigit(c) ? c - (uint)'0' : char.IsAsciiHexDigit(c) ? (c | 0x20u) - 'a' + 10 : radix;
            if (digit >= radix || number > (ulong.MaxValue - digit) / radix)
                return null;
            number = (number * radix) + digit;
        }
        return number;
    }

    private static bool AreUnderscoresBetweenDigits(string value)
    {
        for (var i = value.IndexOf('_'); i >= 0; i = value.IndexOf('_', i + 1))
        {
            if (i == 0 || i + 1 == value.Length || !char.IsAsciiDigit(value[i - 1]) || !char.IsAsciiDigit(value[i + 1]))
                return false;
        }
        return true;
    }

    /// <summary>Whether the text has the form <c>[-+]?(.d+|d+(.d*)?)([eE][-+]?d+)?</c>.</summary>
    private static bool IsFloat(string text)
    {
        var rest = text.AsSpan(text[0] is '-' or '+' ? 1 : 0);
        var whole = Digits(ref rest);
        if (rest is ['.', ..])
        {
            rest = rest[1..];
            if (Digits(ref rest) == 0 && whole == 0)
                return false;
        }
        else if (whole == 0)
        {
            return false;
        }
        if (rest is not ['e' or 'E', ..])
            return rest.IsEmpty;
        rest = rest[1..];
        if (rest is ['-' or '+', ..])
            rest = rest[1..];
        return Digits(ref rest) > 0 && rest.IsEmpty;
    }

    private static int Digits(ref ReadOnlySpan<char> text)
    {
        var count = text.IndexOfAnyExceptInRange('0', '9');
        count = count < 0 ? text.Length : count;
        text = text[count..];
        return count;
    }
}
