namespace FluxLint.Syntax;

/// <summary>
/// Dates and times as go-yaml v3 reads them: <c>2006-1-2</c>, <c>2006-1-2 15:4:5.9</c> and <c>2006-1-2T15:4:5.9Z07:00</c>.
/// .NET's own parser knows neither nine digits of a fraction nor the year 0.
/// </summary>
internal static class ScalarTimestamps
{
    /// <summary>The time as Go's JSON encoder writes it; null for any other text.</summary>
    public static string? Parse(string value)
    {
        if (value.Length < 8 || value[4] != '-')
            return null;
        var rest = value.AsSpan();
        if (Digits(ref rest, 4, 4) is not { } year || !Take(ref rest, '-') || Digits(ref rest, 1, 2) is not { } month
            || !Take(ref rest, '-') || Digits(ref rest, 1, 2) is not { } day || !IsDate(year, month, day))
            return null;
        var date = $"{year:0000}-{month:00}-{day:00}T";
        if (rest.IsEmpty)
            return date + "00:00:00Z";

        var separator = rest[0];
        rest = rest[1..];
        if (separator is not ('T' or 't' or ' ') || Time(ref rest) is not { } time)
            return null;
        var zone = separator == ' ' ? rest.IsEmpty ? "Z" : null : Zone(rest);
        return zone is null ? null : date + time + zone;
    }

    private static string? Time(ref ReadOnlySpan<char> rest)
    {
        if (Digits(ref rest, 1, 2) is not { } hour || hour > 23 || !Take(ref rest, ':')
            || Digits(ref rest, 1, 2) is not { } minute || minute > 59 || !Take(ref rest, ':')
            || Digits(ref rest, 1, 2) is not { } second || second > 59)
            return null;
        var fraction = "";
        if (rest is ['.' or ',', >= '0' and <= '9', ..])
        {
            var length = rest[1..].IndexOfAnyExceptInRange('0', '9');
            length = length < 0 ? rest.Length - 1 : length;
            // Nanoseconds are the finest that Go keeps.
            fraction = rest.Slice(1, Math.Min(length, 9)).TrimEnd('0').ToString();
            rest = rest[(length + 1)..];
        }
        return $"{hour:00}:{minute:00}:{second:00}{(fraction.Length > 0 ? "." : "")}{fraction}";
    }

    private static string? Zone(ReadOnlySpan<char> rest)
    {
        if (rest is ['Z'])
            return "Z";
        if (rest is not ['+' or '-', _, _, ':', _, _])
            return null;
        var text = rest.ToString();
        rest = rest[1..];
        if (Digits(ref rest, 2, 2) is not { } hours || hours > 24 || !Take(ref rest, ':') || Digits(ref rest, 2, 2) is not { } minutes || minutes > 59)
            return null;
        return hours == 0 && minutes == 0 ? "Z" : text;
    }

    private static bool IsDate(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year == 0 ? 4 : year, month);

    private static bool Take(ref ReadOnlySpan<char> rest, char expected)
    {
        if (rest.IsEmpty || rest[0] != expected)
            return false;
        rest = rest[1..];
        return true;
    }

    private static int? Digits(ref ReadOnlySpan<char> rest, int least, int most)
    {
        var number = 0;
        var count = 0;
        for (; count < most && count < rest.Length && char.IsAsciiDigit(rest[count]); count++)
            number = number * 10 + (rest[count] - '0');
        rest = rest[count..];
        return count < least ? null : number;
    }
}
