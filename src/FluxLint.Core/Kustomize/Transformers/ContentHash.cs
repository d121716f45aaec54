using System.Security.Cryptography;
using System.Text;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>
/// The hash that <c>kubectl</c> and kustomize put behind the names of ConfigMaps and Secrets: ten digits of the SHA-256 of
/// their content in JSON, in letters that spell no words.
/// </summary>
internal static class ContentHash
{
    private const int Length = 10;

    public static string Of(YamlMapping resource)
    {
        var json = new StringBuilder();
        var isSecret = resource.Text("kind") == "Secret";
        json.Append('{');
        if (resource.Mapping("binaryData") is { Entries.Length: > 0 } binary && !isSecret)
            AppendField(json, "binaryData", binary);
        AppendField(json, "data", resource["data"]);
        AppendField(json, "kind", resource["kind"]);
        // Kustomize means to hash the name too, but looks for it under a key that is never there.
        AppendField(json, "name", null);
        if (isSecret)
        {
            if (resource.Mapping("stringData") is { } text)
                AppendField(json, "stringData", text);
            AppendField(json, "type", resource["type"]);
        }
        json.Append('}');
        var digits = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json.ToString())));
        return string.Create(Length, digits, static (name, digits) =>
        {
            for (var i = 0; i < name.Length; i++)
                name[i] = digits[i] switch { '0' => 'g', '1' => 'h', '3' => 'k', 'a' => 'm', 'e' => 't', var digit => digit };
        });
    }

    private static void AppendField(StringBuilder json, string name, YamlNode? value)
    {
        if (json.Length > 1)
            json.Append(',');
        AppendText(json, name);
        json.Append(':');
        if (value is not YamlMapping mapping)
        {
            AppendText(json, value.TextOrEmpty());
            return;
        }
        json.Append('{');
        var isFirst = true;
        foreach (var entry in mapping.Entries.OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            if (!isFirst)
                json.Append(',');
            isFirst = false;
            AppendText(json, entry.Name ?? "");
            json.Append(':');
            AppendText(json, entry.Value.TextOrEmpty());
        }
        json.Append('}');
    }

    /// <summary>A string as Go's encoder writes it, which also escapes what HTML would read.</summary>
    private static void AppendText(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append(@"\\"),
                '\b' => json.Append("\\b"),
                '\f' => json.Append("\\f"),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                < ' ' or '<' or '>' or '&' or '\u2028' or '\u2029' => json.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture)),
                _ => json.Append(c),
            };
        }
        json.Append('"');
    }
}
