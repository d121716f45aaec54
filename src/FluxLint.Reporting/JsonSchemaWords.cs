using System.Text.Json;

namespace FluxLint.Reporting;

/// <summary>What a JSON Schema says in lists of words.</summary>
internal static class JsonSchemaWords
{
    /// <summary>Writes the types of a value; null is one of them where the key may have no value.</summary>
    public static void WriteTypes(this Utf8JsonWriter json, bool isRequired, params ReadOnlySpan<string> types)
    {
        if (isRequired && types is [var only])
        {
            json.WriteString("type", only);
            return;
        }
        json.WriteStartArray("type");
        foreach (var type in types)
            json.WriteStringValue(type);
        if (!isRequired)
            json.WriteStringValue("null");
        json.WriteEndArray();
    }

    /// <summary>Writes words.</summary>
    public static void WriteWords(this Utf8JsonWriter json, string name, IEnumerable<string> words, bool withNull = false)
    {
        json.WriteStartArray(name);
        foreach (var word in words)
            json.WriteStringValue(word);
        if (withNull)
            json.WriteNullValue();
        json.WriteEndArray();
    }
}
