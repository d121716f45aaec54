using System.Globalization;
using System.Text;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel;

/// <summary>Points and lengths of time, in nanoseconds.</summary>
internal static class CelTime
{
    public const long Second = 1_000_000_000;
    private const long TicksTo1970 = 621_355_968_000_000_000;

    // The years 1 to 9999.
    private static readonly Int128 First = (Int128)(-62_135_596_800) * Second;
    private static readonly Int128 Last = ((Int128)253_402_300_800 * Second) - 1;

    public static CelValue Moment(Int128 nanoseconds) => nanoseconds >= First && nanoseconds <= Last ? new Moment(nanoseconds) : Overflow;

    public static CelValue Period(Int128 nanoseconds) => nanoseconds >= long.MinValue && nanoseconds <= long.MaxValue ? new Period((long)nanoseconds) : Overflow;

    /// <summary>A time of RFC 3339; null when a text is none.</summary>
    public static CelValue? ParseMoment(string text)
    {
        // .NET knows 7 digits of a second; the others are added.
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var end = dot + 1;
        while (dot > 0 && end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        var whole = dot < 0 ? text : text[..dot] + text[end..];
        if (text.Length < 20 || text[10] is not ('T' or 't') || end == dot + 1 && dot > 0
            || !DateTimeOffset.TryParseExact(whole.ToUpperInvariant(), "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time) || whole[19..].Length is not (1 or 6))
            return null;
        var fraction = dot < 0 ? 0 : long.Parse(text[(dot + 1)..end].PadRight(9, '0')[..9], CultureInfo.InvariantCulture);
        return Moment(((Int128)(time.UtcTicks - TicksTo1970) * 100) + fraction);
    }

    /// <summary>A length of time as Go writes it; null when a text is none.</summary>
    public static CelValue? ParsePeriod(string text)
    {
        var isNegative = text.StartsWith('-');
        var rest = text.AsSpan(isNegative || text.StartsWith('+') ? 1 : 0);
        if (rest.SequenceEqual("0"))
            return new Period(0);
        if (rest.IsEmpty)
            return null;
        decimal total = 0;
        while (!rest.IsEmpty)
        {
            var digits = rest.IndexOfAnyExcept("0123456789.");
            if (digits <= 0 || !decimal.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > 1e15m)
                return null;
            rest = rest[digits..];
            var unit = rest.IndexOfAny("0123456789.") is > 0 and var end ? rest[..end] : rest;
            if (Unit(unit) is not { } length)
                return null;
            total += number * length;
            rest = rest[unit.Length..];
            if (total > 1e19m)
                return null;
        }
        return Period((Int128)(isNegative ? -total : total));
    }

    public static string Show(Period period)
    {
        var seconds = (Int128)period.Nanoseconds / Second;
        var fraction = Int128.Abs(period.Nanoseconds % Second);
        var sign = period.Nanoseconds < 0 && seconds == 0 ? "-" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{seconds}{Fraction((long)fraction)}s");
    }

    public static string Show(Moment moment)
    {
        var (time, rest) = Split(moment.Nanoseconds);
        return time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + Fraction(rest) + "Z";
    }

    /// <summary>The second that a moment is in, and the nanoseconds behind it.</summary>
    public static (DateTime Time, long Nanoseconds) Split(Int128 nanoseconds)
    {
        var sinceFirst = nanoseconds - First;
        return (new DateTime((long)(sinceFirst / Second) * TimeSpan.TicksPerSecond, DateTimeKind.Utc), (long)(sinceFirst % Second));
    }

    private static string Fraction(long nanoseconds) =>
        nanoseconds == 0 ? "" : new StringBuilder(".").Append(nanoseconds.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0')).ToString();

    private static decimal? Unit(ReadOnlySpan<char> name) => name switch
    {
        "h" => 3600m * Second,
        "m" => 60m * Second,
        "s" => Second,
        "ms" => 1_000_000,
        "us" or "µs" or "μs" => 1_000,
        "ns" => 1,
        _ => null,
    };
}
