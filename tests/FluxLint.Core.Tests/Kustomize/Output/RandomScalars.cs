using System.Globalization;
using System.Text;
using CsCheck;

namespace FluxLint.Core.Tests.Kustomize.Output;

/// <summary>Random scalars of the kind that printers get wrong, as they stand in a file.</summary>
internal static class RandomScalars
{
    private static readonly Gen<string> Text = Gen.OneOf(
        "a", "B", "word ", "é", "0", "1", "12", "9", "_", ".", "e", "E", "+", "-", ":", ": ", " ", "  ", "\n", "\n", "\n\n", "\n  ", "\t", "#", " #", "'", "\"", "\\",
        "😀", "\u00A0", "\u0085", "\u2028", "\u2029", "\uFEFF", "\uFFFD", "\r", "\u0001", "\u001B", "\0", "true", "null", "on", "y", "No", "0x", "0b", "0o", "1e3", ".inf", "NaN", "~", "<<",
        "---", "...", "{", "[", "}", "]", ",", "&", "*", "!", "|", ">", "%", "@", "`", "?", "? ", "- ", "=", "2001-01-01", "T10:00:00Z", "10:30", "long long long long long long long ").Array[0, 8].Select(string.Concat);

    private static readonly Gen<string> Line = Gen.OneOf("a", "a", "b c", "  b", " c", "", "", "\tt", "d  e", "é😀", "- x", "# y", "z:", "k: v");

    private static readonly Gen<string> Block = Gen.Select(Gen.OneOf("|", ">", ">"), Gen.OneOf("", "-", "+"), Line.Array[1, 7], (style, chomping, lines) =>
        lines.FirstOrDefault(line => line.Length > 0) is null or [' ' or '\t', ..] ? $"{style}2{chomping}\n{Indented(lines)}" : $"{style}{chomping}\n{Indented(lines)}");

    private static readonly Gen<string> Number = Gen.OneOf(
        Gen.Double.Select(number => number.ToString("R", CultureInfo.InvariantCulture)),
        Gen.Double[-1e7, 1e7].Select(number => number.ToString("R", CultureInfo.InvariantCulture)),
        Gen.Long.Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Gen.ULong.Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Gen.Select(Gen.Int[-9999, 9999], Gen.Int[-30, 30], (digits, exponent) => $"{digits}e{exponent}"),
        Gen.OneOf("0", "-0", "-0.0", "1.0", "0x1F", "0644", "1_000", "1e20", "1e21", "123456789012345678901", ".5", "5.", "0.0001", "0.00001", "true", "false", "null", "~", "", "[]", "{}", "2001-01-01", "12:30"));

    public static Gen<string> Key { get; } = Gen.OneOf(Text, Gen.Select(Gen.OneOf("a", "b", "ab", "A", "1", "é", "x-", "x."), Gen.Int[0, 120], (name, number) => $"{name}{number}"), Gen.Int[1, 140].Select(length => new string('k', length)))
        .Select(Quoted);

    /// <summary>A scalar with the indentation of four that its block needs.</summary>
    public static Gen<string> Value { get; } = Gen.OneOf(Text.Select(Quoted), Text.Select(Quoted), Block, Number);

    private static string Indented(string[] lines) => string.Join('\n', lines.Select(line => line.Length == 0 ? "" : $"    {line}"));

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c is '"' or '\\' ? quoted.Append('\\').Append(c)
                : c is >= ' ' and < '\u007F' || char.IsSurrogate(c) || c is 'é' ? quoted.Append(c)
                : quoted.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
        }
        return quoted.Append('"').ToString();
    }
}
