using System.Globalization;
using System.Text;
using FluxLint.Kustomize.Output;
using FluxLint.Syntax;

namespace FluxLint.CodeFixes;

/// <summary>Writes texts as scalars.</summary>
internal static class ScalarText
{
    /// <summary>A text in place of a written scalar, in its style where that allows it; null when it is a block, or JSON without quotes.</summary>
    public static string? InPlaceOf(WrittenNode written, YamlScalar scalar, string value) => scalar.Style switch
    {
        ScalarStyle.Literal or ScalarStyle.Folded => null,
        ScalarStyle.SingleQuoted when IsPrintable(value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'",
        ScalarStyle.Plain when written.IsJson => null,
        ScalarStyle.Plain when IsPlain(value, scalar.Kind, written.IsInFlow, written.IsKey) => value,
        _ => DoubleQuoted(value),
    };

    /// <summary>A key.</summary>
    public static string Key(string name, bool isInFlow) => IsPlain(name, ScalarKind.String, isInFlow, isKey: true) ? name : DoubleQuoted(name);

    /// <summary>Whether text without quotes is read as itself: as text, or as what the scalar was before.</summary>
    private static bool IsPlain(string value, ScalarKind before, bool isInFlow, bool isKey)
    {
        if (value.Length == 0 || !IsPrintable(value))
            return false;
        var snippet = (isInFlow, isKey) switch
        {
            (true, true) => $"{{{value}: x}}",
            (true, false) => $"[{value}]",
            (false, true) => $"{value}: x",
            (false, false) => $"x: {value}",
        };
        var tree = YamlTree.Parse(Text.SourceText.From("", snippet));
        return tree is { IsBroken: false, Documents: [{ Root: { } root }] }
            && Content(root, isKey) is YamlScalar { Style: ScalarStyle.Plain, Properties: null } read
            && read.Value == value
            && (read.Kind == before || PlainText.IsText(value))
            && (read.Kind != ScalarKind.String || PlainText.IsText(value));
    }

    private static YamlNode? Content(YamlNode root, bool isKey) => root switch
    {
        YamlMapping { Entries: [var entry] } => isKey ? entry.Key : entry.Value,
        YamlSequence { Items: [var item] } => item,
        _ => null,
    };

    private static string DoubleQuoted(string value)
    {
        var text = new StringBuilder("\"", value.Length + 2);
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' or '\\' => text.Append('\\').Append(c),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                _ when MustEscape(c) => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }
        return text.Append('"').ToString();
    }

    private static bool IsPrintable(string value) => !value.Any(MustEscape);

    private static bool MustEscape(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF';
}
