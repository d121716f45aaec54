using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace FluxLint.Flux;

/// <summary>What the operators make of a value (fluxcd/pkg, <c>envsubst/funcs.go</c>).</summary>
internal static class ParameterExpansion
{
    /// <summary>How much work an operator may be before it counts as an attack.</summary>
    public const long MostWork = 16 * 1024 * 1024;

    /// <summary>The result; null when it would be too much.</summary>
    public static string? Apply(TemplateOperator operation, string value, ImmutableArray<string> arguments) => operation switch
    {
        TemplateOperator.Default => value.Length > 0 ? value : string.Concat(arguments),
        TemplateOperator.Length => Encoding.UTF8.GetByteCount(value).ToString(CultureInfo.InvariantCulture),
        TemplateOperator.Substring => Substring(value, arguments),
        TemplateOperator.LowerFirst => OfFirst(value, Rune.ToLowerInvariant),
        TemplateOperator.Lower => value.ToLowerInvariant(),
        TemplateOperator.UpperFirst => OfFirst(value, Rune.ToUpperInvariant),
        TemplateOperator.Upper => value.ToUpperInvariant(),
        >= TemplateOperator.TrimShortestPrefix and <= TemplateOperator.TrimLongestSuffix => Trim(operation, value, arguments[0]),
        TemplateOperator.ReplaceFirst => Replace(value, arguments[0], arguments.ElementAtOrDefault(1) ?? "", isAll: false),
        TemplateOperator.ReplaceAll => Replace(value, arguments[0], arguments.ElementAtOrDefault(1) ?? "", isAll: true),
        // Without a replacement these two do nothing, unlike in a shell.
        TemplateOperator.ReplacePrefix => arguments is [var old, var made] && value.StartsWith(old, StringComparison.Ordinal) ? made + value[old.Length..] : value,
        TemplateOperator.ReplaceSuffix => arguments is [var old, var made] && value.EndsWith(old, StringComparison.Ordinal) ? value[..^old.Length] + made : value,
        _ => value,
    };

    private static string OfFirst(string value, Func<Rune, Rune> change) =>
        Rune.TryGetRuneAt(value, 0, out var first) ? change(first) + value[first.Utf16SequenceLength..] : value;

    /// <summary>A part by position and length in bytes. Negative ones count from the end; what is no number gives the whole value.</summary>
    private static string Substring(string value, ImmutableArray<string> arguments)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        if (!TryRead(arguments[0], out var position))
            return value;
        if (position < 0)
            position = Math.Max(0, bytes.Length + position);
        var end = (long)bytes.Length;
        if (arguments.Length > 1)
        {
            if (!TryRead(arguments[1], out var length))
                return value;
            end = length < 0 ? bytes.Length + length : Math.Min(length, bytes.Length - Math.Min(position, bytes.Length)) + position;
        }
        return position >= bytes.Length || end <= position ? "" : Encoding.UTF8.GetString(bytes[(int)position..(int)end]);
    }

    private static bool TryRead(string argument, out long number) =>
        long.TryParse(argument, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && number > long.MinValue / 2;

    private static string? Trim(TemplateOperator operation, string value, string pattern)
    {
        if ((long)value.Length * value.Length * Math.Max(1, pattern.Length) > MostWork)
            return null;
        var isLongest = operation is TemplateOperator.TrimLongestPrefix or TemplateOperator.TrimLongestSuffix;
        return operation is TemplateOperator.TrimShortestPrefix or TemplateOperator.TrimLongestPrefix
            ? ShellPattern.TrimPrefix(value, pattern, isLongest)
            : ShellPattern.TrimSuffix(value, pattern, isLongest);
    }

    /// <summary>Replaces text. An empty text is found at the start and, when all are meant, behind every character.</summary>
    private static string? Replace(string value, string old, string made, bool isAll)
    {
        if (!isAll)
            return value.IndexOf(old, StringComparison.Ordinal) is >= 0 and var at ? string.Concat(value.AsSpan(0, at), made, value.AsSpan(at + old.Length)) : value;
        var count = old.Length == 0 ? value.Length + 1L : value.AsSpan().Count(old);
        if (value.Length + count * Math.Max(0, made.Length - old.Length) > MostWork)
            return null;
        return old.Length > 0
            ? value.Replace(old, made, StringComparison.Ordinal)
            : made + string.Concat(value.EnumerateRunes().Select(rune => rune + made));
    }
}
