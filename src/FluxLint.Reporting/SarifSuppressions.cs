using System.Text.Json;
using FluxLint.Diagnostics;

namespace FluxLint.Reporting;

/// <summary>Writes what suppresses a result as SARIF has it: a list, which is empty for a result that is shown.</summary>
internal static class SarifSuppressions
{
    public static void Write(Utf8JsonWriter json, Suppression? suppression)
    {
        json.WriteStartArray("suppressions");
        if (suppression is not null)
        {
            json.WriteStartObject();
            json.WriteString("kind", suppression.Kind == SuppressionKind.InSource ? "inSource" : "external");
            json.WriteString("status", "accepted");
            if (suppression.Reason.Length > 0)
                json.WriteText("justification", suppression.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
