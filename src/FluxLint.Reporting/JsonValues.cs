using System.Globalization;
using System.Text.Json;
using FluxLint.Syntax;

namespace FluxLint.Reporting;

/// <summary>Writes values of YAML as JSON.</summary>
internal static class JsonValues
{
    /// <summary>Writes a member with a list of values.</summary>
    public static void WriteValues(this Utf8JsonWriter json, string name, IEnumerable<YamlNode> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteValue(value);
        json.WriteEndArray();
    }

    /// <summary>Writes a value.</summary>
    public static void WriteValue(this Utf8JsonWriter json, YamlNode node)
    {
        switch (node)
        {
            case YamlMapping mapping:
                json.WriteStartObject();
                foreach (var entry in mapping.Entries.Where(entry => entry.Name is not null))
                {
                    json.WritePropertyName(entry.Name ?? "");
                    json.WriteValue(entry.Value);
                }
                json.WriteEndObject();
                break;
            case YamlSequence sequence:
                json.WriteStartArray();
                foreach (var item in sequence.Items)
                    json.WriteValue(item);
                json.WriteEndArray();
                break;
            case YamlScalar { Kind: ScalarKind.Boolean } scalar:
                json.WriteBooleanValue(scalar.CanonicalValue == "true");
                break;
            case YamlScalar { IsNumber: true } scalar when decimal.TryParse(scalar.CanonicalValue, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                json.WriteNumberValue(number);
                break;
            case YamlScalar { IsNull: false } scalar:
                json.WriteTextValue(scalar.CanonicalValue);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }
}
