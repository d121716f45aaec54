using System.Globalization;
using System.Text;

namespace FluxLint.Flux;

/// <summary>Formats as Go's <c>printf</c> does, with the verbs that manifests need: <c>%s %v %q %d %t %x %f</c>, a width and a precision.</summary>
internal static class GoTemplateFormat
{
    private const int MaximumWidth = 1_000;
    private const int MaximumLength = 200_000;

    /// <exception cref="FormatException">The format has a verb that is not supported, or arguments that do not fit.</exception>
    public static string Apply(string format, object?[] arguments)
    {
        var text = new StringBuilder();
        var next = 0;
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%')
            {
                text.Append(format[i]);
                continue;
            }
            i++;
            if (i < format.Length && format[i] == '%')
            {
                text.Append('%');
                continue;
            }
            var flags = Take(format, ref i, c => c is '-' or '0');
            var width = Number(Take(format, ref i, char.IsAsciiDigit));
            int? precision = null;
            if (i < format.Length && format[i] == '.')
            {
                i++;
                precision = Number(Take(format, ref i, char.IsAsciiDigit)) ?? 0;
            }
            if (i >= format.Length || next >= arguments.Length)
                throw new FormatException($"'{format}' does not fit its arguments");
            if (text.Length > MaximumLength)
                throw new FormatException("'printf' gives too much");
            text.Append(Pad(Verb(format[i], arguments[next++], precision), width ?? 0, flags));
        }
        return next == arguments.Length ? text.ToString() : throw new FormatException($"'{format}' does not fit its arguments");
    }

    private static string Verb(char verb, object? value, int? precision) => (verb, value) switch
    {
        ('v', _) => GoTemplateValues.Text(value),
        ('s', string text) => precision is { } length && length < text.Length ? text[..length] : text,
        ('q', string text) => GoTemplateValues.Quote(text),
        ('d', long) or ('t', bool) => GoTemplateValues.Text(value),
        ('x', long number) => number.ToString("x", CultureInfo.InvariantCulture),
        ('f', double number) => number.ToString($"F{precision ?? 6}", CultureInfo.InvariantCulture),
        _ => throw new FormatException($"'%{verb}' of 'printf' does not take '{GoTemplateValues.Text(value)}'"),
    };

    private static string Pad(string text, int width, string flags) =>
        flags.Contains('-') ? text.PadRight(width)
        : flags.Contains('0') && text.StartsWith('-') ? "-" + text[1..].PadLeft(Math.Max(0, width - 1), '0')
        : text.PadLeft(width, flags.Contains('0') ? '0' : ' ');

    private static string Take(string format, ref int i, Func<char, bool> isWanted)
    {
        var start = i;
        while (i < format.Length && isWanted(format[i]))
            i++;
        return format[start..i];
    }

    private static int? Number(string digits) =>
        digits.Length == 0 ? null
        : int.TryParse(digits, CultureInfo.InvariantCulture, out var number) && number <= MaximumWidth ? number
        : throw new FormatException($"'{digits}' is too wide");
}
