using System.Globalization;
using System.Text;
using FluxLint.Kustomize.Output;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>
/// The values of templates: null, booleans, <see cref="long"/>, <see cref="double"/>, strings, lists as arrays, and maps
/// with sorted keys, as Go goes through them.
/// </summary>
internal static class GoTemplateValues
{
    /// <summary>The value of a node as the API server would give it out in JSON.</summary>
    public static object? Of(YamlNode? node) => node switch
    {
        YamlMapping mapping => MapOf(mapping),
        YamlSequence sequence => sequence.Items.Select(Of).ToArray(),
        YamlScalar { Kind: ScalarKind.Null } => null,
        YamlScalar { Kind: ScalarKind.Boolean } scalar => scalar.CanonicalValue == "true",
        YamlScalar { IsNumber: true } scalar => long.TryParse(scalar.CanonicalValue, CultureInfo.InvariantCulture, out var whole)
            ? whole
            : double.TryParse(scalar.CanonicalValue, CultureInfo.InvariantCulture, out var number) ? number : scalar.Value,
        YamlScalar scalar => scalar.CanonicalValue,
        _ => null,
    };

    public static SortedDictionary<string, object?> Map() => new(StringComparer.Ordinal);

    /// <summary>Whether a condition takes a value for true: empty ones are false.</summary>
    public static bool IsTrue(object? value) => value switch
    {
        null => false,
        bool boolean => boolean,
        long whole => whole != 0,
        double number => number != 0,
        string text => text.Length > 0,
        object?[] list => list.Length > 0,
        SortedDictionary<string, object?> map => map.Count > 0,
        _ => true,
    };

    /// <summary>The text of a value, as <c>%v</c> gives it.</summary>
    public static string Text(object? value) => value switch
    {
        null => "<nil>",
        bool boolean => boolean ? "true" : "false",
        long whole => whole.ToString(CultureInfo.InvariantCulture),
        double number => Number(number),
        object?[] list => $"[{string.Join(' ', list.Select(Text))}]",
        SortedDictionary<string, object?> map => $"map[{string.Join(' ', map.Select(pair => $"{pair.Key}:{Text(pair.Value)}"))}]",
        _ => value.ToString() ?? "",
    };

    /// <summary>A text in double quotes, as <c>%q</c> gives it and JSON reads it.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                '\r' => quoted.Append("\\r"),
                < ' ' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => quoted.Append(c),
            };
        }
        return quoted.Append('"').ToString();
    }

    public static string Json(object? value) => value switch
    {
        null => "null",
        string text => Quote(text),
        object?[] list => $"[{string.Join(',', list.Select(Json))}]",
        SortedDictionary<string, object?> map => $"{{{string.Join(',', map.Select(pair => $"{Quote(pair.Key)}:{Json(pair.Value)}"))}}}",
        _ => Text(value),
    };

    /// <summary>A value as block YAML: keys sorted, lists as far in as the key above them, and a line break at the end.</summary>
    public static string Yaml(object? value)
    {
        var lines = new StringBuilder();
        Write(lines, value, 0);
        return lines.ToString();
    }

    private static void Write(StringBuilder lines, object? value, int indentation)
    {
        switch (value)
        {
            case SortedDictionary<string, object?> { Count: > 0 } map:
                foreach (var (key, item) in map)
                    WriteEntry(lines.Append(' ', indentation).Append(Scalar(key)).Append(':'), item, item is object?[] ? indentation : indentation + 2);
                break;
            case object?[] { Length: > 0 } list:
                foreach (var item in list)
                {
                    // JSON is YAML: what is in a list stays on its line.
                    lines.Append(' ', indentation).Append("- ").Append(item is string text ? Scalar(text) : Json(item)).Append('\n');
                }
                break;
            default:
                lines.Append(value is string plain ? Scalar(plain) : Json(value)).Append('\n');
                break;
        }
    }

    private static void WriteEntry(StringBuilder lines, object? item, int indentation)
    {
        if (item is SortedDictionary<string, object?> { Count: > 0 } or object?[] { Length: > 0 })
            Write(lines.Append('\n'), item, indentation);
        else
            Write(lines.Append(' '), item, 0);
    }

    private static string Scalar(string text) => text.Length > 0 && ScalarShape.Of(text).IsPlain && PlainText.IsText(text) ? text : Quote(text);

    private static SortedDictionary<string, object?> MapOf(YamlMapping mapping)
    {
        var map = Map();
        foreach (var entry in mapping.Entries)
            map[entry.Name ?? ""] = Of(entry.Value);
        return map;
    }

    private static string Number(double number)
    {
        var exponent = number == 0 ? 0 : (int)Math.Floor(Math.Log10(Math.Abs(number)));
        if (exponent is >= -4 and < 21)
            return number.ToString("0.#################", CultureInfo.InvariantCulture);
        return number.ToString("0.#################e+00", CultureInfo.InvariantCulture);
    }
}
