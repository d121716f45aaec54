using System.Globalization;
using System.Text.Json;
using FluxLint.Syntax;

namespace FluxLint.Reporting;

/// <summary>Writes YAML as JSON.</summary>
internal static class JsonNodes
{
    /// <summary>Writes what a node holds, as the API server would get it.</summary>
    public static void WriteNode(this Utf8JsonWriter json, YamlNode node)
    {
        switch (node)
        {
            case YamlMapping mapping:
                json.WriteStartObject();
                foreach (var entry in mapping.Entries)
                {
                    json.WritePropertyName(entry.Name ?? "");
                    json.WriteNode(entry.Value);
                }
                json.WriteEndObject();
                break;
            case YamlSequence sequence:
                json.WriteStartArray();
                foreach (var item in sequence.Items)
                    json.WriteNode(item);
                json.WriteEndArray();
                break;
            case YamlScalar { IsNull: true }:
                json.WriteNullValue();
                break;
            case YamlScalar { Kind: ScalarKind.Boolean } scalar:
                json.WriteBooleanValue(scalar.CanonicalValue == "true");
                break;
            case YamlScalar { Kind: ScalarKind.Integer } scalar when long.TryParse(scalar.CanonicalValue, out var number):
                json.WriteNumberValue(number);
                break;
            case YamlScalar { Kind: ScalarKind.Float } scalar when decimal.TryParse(scalar.CanonicalValue, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                json.WriteNumberValue(number);
                break;
            case YamlScalar scalar:
                json.WriteTextValue(scalar.CanonicalValue);
                break;
        }
    }
}
