using System.Globalization;

namespace FluxLint.Flux;

/// <summary>Functions that calculate.</summary>
internal static class GoTemplateNumbers
{
    private const int MaximumLength = 10_000;

    public static Dictionary<string, GoTemplateFunction> All { get; } = new(StringComparer.Ordinal)
    {
        ["int"] = new(1, arguments => Whole(arguments[0])),
        ["int64"] = new(1, arguments => Whole(arguments[0])),
        ["atoi"] = new(1, arguments => long.TryParse((string?)arguments[0], CultureInfo.InvariantCulture, out var number) ? number : 0L),
        ["float64"] = new(1, arguments => Number(arguments[0])),
        ["bool"] = new(1, arguments => arguments[0] as bool? ?? GoTemplateValues.Text(arguments[0]) is "true" or "True" or "TRUE" or "1" or "t" or "T"),
        ["add"] = new(0, arguments => arguments.Aggregate(0L, (sum, next) => unchecked(sum + Whole(next))), TakesMore: true),
        ["add1"] = new(1, arguments => unchecked(Whole(arguments[0]) + 1)),
        ["sub"] = new(2, arguments => unchecked(Whole(arguments[0]) - Whole(arguments[1]))),
        ["mul"] = new(1, arguments => arguments[1..].Aggregate(Whole(arguments[0]), (product, next) => unchecked(product * Whole(next))), TakesMore: true),
        ["div"] = new(2, arguments => Divide(arguments, static (left, right) => right == -1 ? unchecked(-left) : left / right)),
        ["mod"] = new(2, arguments => Divide(arguments, static (left, right) => right == -1 ? 0 : left % right)),
        ["max"] = new(1, arguments => arguments.Max(Whole), TakesMore: true),
        ["min"] = new(1, arguments => arguments.Min(Whole), TakesMore: true),
        ["until"] = new(1, arguments => Range(Whole(arguments[0]))),
    };

    /// <summary>A whole number; 0 for what is none.</summary>
    public static long Whole(object? value) => value switch
    {
        long whole => whole,
        double and > long.MinValue and < long.MaxValue and var number => (long)number,
        bool boolean => boolean ? 1 : 0,
        string text => Parse(text),
        _ => 0,
    };

    // As strconv.ParseInt does with base 0: a leading zero means octal.
    private static long Parse(string text)
    {
        var isNegative = text.StartsWith('-');
        var digits = (isNegative || text.StartsWith('+') ? text[1..] : text).ToLowerInvariant();
        try
        {
            var number = digits switch
            {
                ['0', 'x', .. var hexadecimal] => Convert.ToInt64(hexadecimal, 16),
                ['0', 'b', .. var binary] => Convert.ToInt64(binary, 2),
                ['0', 'o', .. var octal] => Convert.ToInt64(octal, 8),
                ['0', _, ..] => Convert.ToInt64(digits, 8),
                _ => long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture),
            };
            return isNegative ? -number : number;
        }
        catch (Exception invalid) when (invalid is FormatException or OverflowException or ArgumentException)
        {
            return 0;
        }
    }

    private static double Number(object? value) => value switch
    {
        double number => number,
        string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0,
        _ => Whole(value),
    };

    private static long Divide(object?[] arguments, Func<long, long, long> divide) =>
        Whole(arguments[1]) is not 0 and var divisor ? divide(Whole(arguments[0]), divisor) : throw new FormatException("a number is divided by zero");

    private static object?[] Range(long count) => count is >= 0 and <= MaximumLength
        ? [.. Enumerable.Range(0, (int)count).Select(index => (object?)(long)index)]
        : throw new FormatException($"a list of {count} numbers is too long");
}
