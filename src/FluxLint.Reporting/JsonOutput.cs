using System.Text.Encodings.Web;
using System.Text.Json;

namespace FluxLint.Reporting;

/// <summary>JSON as our reports have it: indented, with line feeds on every system, and readable in any language.</summary>
internal static class JsonOutput
{
    private const int FlushAt = 1 << 16;

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        // These are files and never part of a web page: quotes and letters may stay as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(Stream output, Action<Utf8JsonWriter> content)
    {
        using (var json = new Utf8JsonWriter(output, Options))
            content(json);
        output.WriteByte((byte)'\n');
    }

    /// <summary>Keeps what waits in memory small in a long report.</summary>
    public static void FlushWhenFull(this Utf8JsonWriter json)
    {
        if (json.BytesPending > FlushAt)
            json.Flush();
    }

    /// <summary>Writes a text that may hold halves of surrogate pairs, which YAML's escapes can make and UTF-8 cannot say, without marks that reorder it.</summary>
    public static void WriteText(this Utf8JsonWriter json, string name, string text) => json.WriteString(name, SafeText.WithoutMarks(WellFormed(text)));

    /// <summary>Writes a text that will be a part of a file, with every character that UTF-8 can say.</summary>
    public static void WriteContent(this Utf8JsonWriter json, string name, string text) => json.WriteString(name, WellFormed(text));

    /// <inheritdoc cref="WriteText(Utf8JsonWriter, string, string)"/>
    public static void WriteTextValue(this Utf8JsonWriter json, string text) => json.WriteStringValue(SafeText.WithoutMarks(WellFormed(text)));

    private static string WellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
            else
                return string.Concat(text.EnumerateRunes());
        }
        return text;
    }
}
