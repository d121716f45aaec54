using System.Globalization;

namespace FluxLint.Flux;

/// <summary>Durations as Flux writes them, such as <c>1h30m</c>: what Go's <c>time.ParseDuration</c> reads.</summary>
public static class GoDuration
{
    private static readonly (string Name, decimal Ticks)[] Units =
    [
        ("ns", 0.01m),
        ("us", TimeSpan.TicksPerMicrosecond),
        ("\u00B5s", TimeSpan.TicksPerMicrosecond),
        ("\u03BCs", TimeSpan.TicksPerMicrosecond),
        ("ms", TimeSpan.TicksPerMillisecond),
        ("s", TimeSpan.TicksPerSecond),
        ("m", TimeSpan.TicksPerMinute),
        ("h", TimeSpan.TicksPerHour),
    ];

    /// <summary>Reads a duration; null when the text is none, such as <c>5</c>, <c>1d</c> or a variable.</summary>
    public static TimeSpan? Parse(string text)
    {
        var isNegative = text.StartsWith('-');
        var rest = text.AsSpan(isNegative || text.StartsWith('+') ? 1 : 0);
        if (rest is "0")
            return TimeSpan.Zero;
        if (rest.IsEmpty)
            return null;
        var ticks = 0m;
        while (!rest.IsEmpty)
        {
            var number = rest[..Length(rest, isNumber: true)];
            rest = rest[number.Length..];
            var unit = rest[..Length(rest, isNumber: false)];
            rest = rest[unit.Length..];
            if (TicksOf(unit) is not { } size || !decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count) || count > long.MaxValue / size)
                return null;
            ticks += count * size;
        }
        return ticks > long.MaxValue ? null : new TimeSpan((long)(isNegative ? -ticks : ticks));
    }

    private static int Length(ReadOnlySpan<char> text, bool isNumber)
    {
        var length = 0;
        while (length < text.Length && (text[length] is '.' or (>= '0' and <= '9')) == isNumber)
            length++;
        return length;
    }

    private static decimal? TicksOf(ReadOnlySpan<char> unit)
    {
        foreach (var (name, ticks) in Units)
        {
            if (unit.SequenceEqual(name))
                return ticks;
        }
        return null;
    }
}
