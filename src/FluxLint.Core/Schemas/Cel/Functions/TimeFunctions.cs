using System.Collections.Immutable;
using System.Globalization;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel.Functions;

/// <summary>Parts of points and lengths of time.</summary>
internal static class TimeFunctions
{
    public static CelValue? Call(string name, ImmutableArray<CelValue> arguments) => arguments switch
    {
        [Moment { Nanoseconds: var time }] => Part(name, time),
        // Names of time zones need a database.
        [Moment { Nanoseconds: var time }, Str { Value: var zone }] when name.StartsWith("get", StringComparison.Ordinal) => Zone(zone) is { } shift ? Part(name, time + shift) : new Unknown(),
        [Period { Nanoseconds: var length }] => Part(name, length),
        _ => null,
    };

    private static Int? Part(string name, Int128 nanoseconds)
    {
        var (time, rest) = CelTime.Split(nanoseconds);
        return name switch
        {
            "getFullYear" => new(time.Year),
            "getMonth" => new(time.Month - 1),
            "getDate" => new(time.Day),
            "getDayOfMonth" => new(time.Day - 1),
            "getDayOfWeek" => new((int)time.DayOfWeek),
            "getDayOfYear" => new(time.DayOfYear - 1),
            "getHours" => new(time.Hour),
            "getMinutes" => new(time.Minute),
            "getSeconds" => new(time.Second),
            "getMilliseconds" => new(rest / 1_000_000),
            _ => null,
        };
    }

    private static Int? Part(string name, long nanoseconds) => name switch
    {
        "getHours" => new(nanoseconds / CelTime.Second / 3600),
        "getMinutes" => new(nanoseconds / CelTime.Second / 60),
        "getSeconds" => new(nanoseconds / CelTime.Second),
        "getMilliseconds" => new(nanoseconds % CelTime.Second / 1_000_000),
        _ => null,
    };

    private static Int128? Zone(string name)
    {
        if (name is "UTC" or "Z")
            return 0;
        var isNegative = name.StartsWith('-');
        return TimeSpan.TryParseExact(name.TrimStart('+', '-'), @"hh\:mm", CultureInfo.InvariantCulture, out var shift) ? (Int128)(long)shift.TotalSeconds * (isNegative ? -CelTime.Second : CelTime.Second) : null;
    }
}
