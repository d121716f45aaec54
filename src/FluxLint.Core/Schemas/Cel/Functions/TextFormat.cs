using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel.Functions;

/// <summary>Fills values into a text (cel-go, ext/formatting.go).</summary>
internal static class TextFormat
{
    public static CelValue Format(string text, ImmutableArray<CelValue> values, CelBudget budget)
    {
        var result = new StringBuilder();
        var next = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                result.Append(text[i]);
                continue;
            }
            if (++i < text.Length && text[i] == '%')
            {
                result.Append('%');
                continue;
            }
            var precision = 6;
            if (i < text.Length && text[i] == '.')
            {
                var start = ++i;
                while (i < text.Length && char.IsAsciiDigit(text[i]))
                    i++;
                if (!int.TryParse(text.AsSpan(start, i - start), NumberStyles.None, CultureInfo.InvariantCulture, out precision) || precision > 1_000)
                    return Refused("invalid precision");
            }
            if (i >= text.Length || next >= values.Length)
                return Refused(i >= text.Length ? "unexpected end of format string" : $"index {next} out of range");
            var value = values[next++];
            if (value is Unknown)
                return value;
            if (Show(text[i], value, precision) is not { } shown)
                return Refused($"%{text[i]} cannot show a {CelTypes.Of(value).Name}");
            if (!budget.Take(shown.Length))
                return new Unknown();
            result.Append(shown);
        }
        return new Str(result.ToString());
    }

    private static Failure Refused(string message) => new(FailureKind.Argument, message);

    private static string? Show(char verb, CelValue value, int precision) => (verb, value) switch
    {
        ('s', _) => Show(value),
        ('d', Int or Uint) => CelText.Of(value),
        ('d' or 'f' or 'e' or 's', Real { Value: var special }) when !double.IsFinite(special) => double.IsNaN(special) ? "NaN" : special > 0 ? "Infinity" : "-Infinity",
        ('f', Real { Value: var real }) => real.ToString("F" + precision.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        ('f', Int or Uint) => Show(verb, Conversions.Call("double", [value]) ?? value, precision),
        ('e', Real { Value: var real }) => Exponent(real, precision),
        ('e', Int or Uint) => Show(verb, Conversions.Call("double", [value]) ?? value, precision),
        ('b', Bool { Value: var flag }) => flag ? "1" : "0",
        ('b' or 'o' or 'x' or 'X', Int { Value: var whole }) => whole < 0 ? "-" + Digits(verb, unchecked((ulong)-whole)) : Digits(verb, (ulong)whole),
        ('b' or 'o' or 'x' or 'X', Uint { Value: var whole }) => Digits(verb, whole),
        ('x', Str { Value: var text }) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text)),
        ('X', Str { Value: var text }) => Convert.ToHexString(Encoding.UTF8.GetBytes(text)),
        ('x', Bytes { Value: var bytes }) => Convert.ToHexStringLower(bytes.AsSpan()),
        ('X', Bytes { Value: var bytes }) => Convert.ToHexString(bytes.AsSpan()),
        _ => null,
    };

    private static string? Show(CelValue value) => value switch
    {
        Null => "null",
        Real { Value: var real } when !double.IsFinite(real) => double.IsNaN(real) ? "NaN" : real > 0 ? "Infinity" : "-Infinity",
        Seq { Items: var items } => items.Select(Show).ToList() is var shown && shown.Contains(null) ? null : $"[{string.Join(", ", shown)}]",
        Map { Fields: var fields } => ShowFields(fields),
        _ => CelText.Of(value),
    };

    private static string? ShowFields(CelFields fields)
    {
        var shown = fields.Keys.Select(key => (Key: Show(key), Value: fields.Find(key) is { } value ? Show(value) : null)).ToList();
        if (shown.Exists(pair => pair.Key is null || pair.Value is null))
            return null;
        return $"{{{string.Join(", ", shown.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {pair.Value}"))}}}";
    }

    private static string Exponent(double value, int precision)
    {
        var text = value.ToString("e" + precision.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var sign = text.IndexOf('e') + 1;
        return text[..(sign + 1)] + text[(sign + 1)..].TrimStart('0').PadLeft(2, '0');
    }

    private static string Digits(char verb, ulong value) => verb switch
    {
        'x' => value.ToString("x", CultureInfo.InvariantCulture),
        'X' => value.ToString("X", CultureInfo.InvariantCulture),
        'b' => value.ToString("b", CultureInfo.InvariantCulture),
        _ => Convert.ToString(unchecked((long)value), 8),
    };
}
