using System.Text.Json;

namespace FluxLint.Reporting;

/// <summary>Where a SARIF log describes a rule.</summary>
/// <param name="Extension">The extension that has it; null for the tool itself.</param>
/// <param name="Index">Its place among the rules there.</param>
internal sealed record SarifRuleReference(int? Extension, int Index)
{
    /// <summary>Writes the members by which a result names its rule.</summary>
    public void Write(Utf8JsonWriter json, string id)
    {
        json.WriteString("ruleId", id);
        if (Extension is not { } extension)
        {
            json.WriteNumber("ruleIndex", Index);
            return;
        }
        json.WriteStartObject("rule");
        json.WriteString("id", id);
        json.WriteNumber("index", Index);
        json.WriteStartObject("toolComponent");
        json.WriteNumber("index", extension);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
