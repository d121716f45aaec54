using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>
/// The hash that <c>kubectl</c> and kustomize put behind the names of ConfigMaps and Secrets: ten digits of the SHA-256 of
/// their content in JSON, in letters that spell no words.
/// </summary>
internal static class ContentHash
{
    private const int Length = 10;

    // What Go's encoder writes otherwise: what JSON has escapes for, and what HTML would read.
    private static readonly SearchValues<char> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (char)c), '"', '\\', '<', '>', '&', '\u2028', '\u2029']);

    public static string Of(YamlMapping resource)
    {
        using var hash = SHA256.Create();
        using (var json = new StreamWriter(new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write)))
            Write(json, resource);
        return string.Create(Length, Convert.ToHexStringLower(hash.Hash ?? []), static (name, digits) =>
        {
            for (var i = 0; i < name.Length; i++)
                name[i] = digits[i] switch { '0' => 'g', '1' => 'h', '3' => 'k', 'a' => 'm', 'e' => 't', var digit => digit };
        });
    }

    private static void Write(StreamWriter json, YamlMapping resource)
    {
        var isSecret = resource.Text("kind") == "Secret";
        json.Write('{');
        if (resource.Mapping("binaryData") is { Entries.Length: > 0 } binary && !isSecret)
        {
            WriteField(json, "binaryData", binary);
            json.Write(',');
        }
        WriteField(json, "data", resource["data"]);
        json.Write(',');
        WriteField(json, "kind", resource["kind"]);
        json.Write(',');
        // Kustomize means to hash the name too, but looks for it under a key that is never there.
        WriteField(json, "name", null);
        if (isSecret)
        {
            if (resource.Mapping("stringData") is { } text)
            {
                json.Write(',');
                WriteField(json, "stringData", text);
            }
            json.Write(',');
            WriteField(json, "type", resource["type"]);
        }
        json.Write('}');
    }

    private static void WriteField(StreamWriter json, string name, YamlNode? value)
    {
        WriteText(json, name);
        json.Write(':');
        if (value is not YamlMapping mapping)
        {
            WriteText(json, value.TextOrEmpty());
            return;
        }
        json.Write('{');
        var isFirst = true;
        foreach (var entry in mapping.Entries.OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            if (!isFirst)
                json.Write(',');
            isFirst = false;
            WriteText(json, entry.Name ?? "");
            json.Write(':');
            WriteText(json, entry.Value.TextOrEmpty());
        }
        json.Write('}');
    }

    private static void WriteText(StreamWriter json, ReadOnlySpan<char> text)
    {
        json.Write('"');
        for (var next = text.IndexOfAny(Escaped); next >= 0; next = text.IndexOfAny(Escaped))
        {
            json.Write(text[..next]);
            WriteEscaped(json, text[next]);
            text = text[(next + 1)..];
        }
        json.Write(text);
        json.Write('"');
    }

    private static void WriteEscaped(StreamWriter json, char c)
    {
        var letter = c switch { '"' or '\\' => c, '\b' => 'b', '\f' => 'f', '\n' => 'n', '\r' => 'r', '\t' => 't', _ => 'u' };
        json.Write('\\');
        json.Write(letter);
        if (letter == 'u')
            json.Write(((int)c).ToString("x4", CultureInfo.InvariantCulture));
    }
}
