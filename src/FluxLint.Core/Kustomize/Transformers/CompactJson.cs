using System.Globalization;
using System.Text;
using FluxLint.Kustomize.Output;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>Writes a node as JSON as Go does: keys sorted, and on lines of their own where the text before had lines and indentation.</summary>
internal sealed class CompactJson
{
    private readonly StringBuilder json = new();
    private readonly bool isIndented;

    private CompactJson(bool isIndented) => this.isIndented = isIndented;

    /// <summary>The JSON of a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="before">The text that it takes the place of.</param>
    public static string Write(YamlNode node, string before)
    {
        var writer = new CompactJson(before.Contains('\n') && before.Contains("  "));
        writer.Write(node, 0);
        return writer.json.ToString();
    }

    private void Write(YamlNode node, int depth)
    {
        switch (node)
        {
            case YamlMapping mapping:
                var entries = mapping.Entries.OrderBy(entry => entry.Name, StringComparer.Ordinal).ToList();
                Open('{', entries, depth, entry =>
                {
                    Text(entry.Name ?? "");
                    json.Append(isIndented ? ": " : ":");
                    Write(entry.Value, depth + 1);
                });
                json.Append('}');
                break;
            case YamlSequence sequence:
                Open('[', sequence.Items, depth, item => Write(item, depth + 1));
                json.Append(']');
                break;
            case YamlScalar { Kind: ScalarKind.Integer or ScalarKind.Float } number:
                json.Append(NumberText.Of(number.CanonicalValue));
                break;
            case YamlScalar { Kind: ScalarKind.Boolean } boolean:
                json.Append(boolean.CanonicalValue);
                break;
            case YamlScalar { IsNull: false } text:
                Text(text.CanonicalValue);
                break;
            default:
                json.Append("null");
                break;
        }
    }

    private void Open<T>(char bracket, IReadOnlyCollection<T> items, int depth, Action<T> write)
    {
        json.Append(bracket);
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst)
                json.Append(',');
            isFirst = false;
            Line(depth + 1);
            write(item);
        }
        if (!isFirst)
            Line(depth);
    }

    private void Line(int depth)
    {
        if (isIndented)
            json.Append('\n').Append(' ', 2 * depth);
    }

    private void Text(string text)
    {
        json.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => json.Append('\\').Append(c),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                '\b' => json.Append("\\b"),
                '\f' => json.Append("\\f"),
                // Go keeps JSON safe for web pages.
                '<' or '>' or '&' or '\u2028' or '\u2029' or < ' ' => json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => json.Append(c),
            };
        }
        json.Append('"');
    }
}
