using System.Text.Json;
using FluxLint.Schemas;

namespace FluxLint.Reporting;

/// <summary>Writes what a schema asks of a value beyond its type and fields, in the words of JSON Schema.</summary>
internal sealed class SchemaLimitsJson(Utf8JsonWriter json)
{
    public void Write(SchemaLimits limits)
    {
        Number(limits.ExcludesMinimum ? "exclusiveMinimum" : "minimum", limits.Minimum);
        Number(limits.ExcludesMaximum ? "exclusiveMaximum" : "maximum", limits.Maximum);
        Number("multipleOf", limits.MultipleOf);
        Number("minLength", limits.MinLength);
        Number("maxLength", limits.MaxLength);
        Number("minItems", limits.MinItems);
        Number("maxItems", limits.MaxItems);
        Number("minProperties", limits.MinProperties);
        Number("maxProperties", limits.MaxProperties);
        if (limits.Pattern is { } pattern)
            json.WriteText("pattern", pattern);
        if (limits.Format is { } format)
            json.WriteText("format", format);
        if (limits.IsSet)
        {
            json.WriteBoolean("uniqueItems", true);
            json.WriteString("x-kubernetes-list-type", "set");
        }
        if (limits.Keys.IsEmpty)
            return;
        json.WriteString("x-kubernetes-list-type", "map");
        json.WriteStartArray("x-kubernetes-list-map-keys");
        foreach (var key in limits.Keys)
            json.WriteTextValue(key);
        json.WriteEndArray();
    }

    private void Number(string name, double? value)
    {
        if (value is not { } number)
            return;
        if (number == Math.Floor(number) && Math.Abs(number) < long.MaxValue)
            json.WriteNumber(name, (long)number);
        else
            json.WriteNumber(name, number);
    }
}
