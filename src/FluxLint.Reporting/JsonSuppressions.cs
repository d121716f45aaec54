using System.Text.Json;
using FluxLint.Diagnostics;

namespace FluxLint.Reporting;

/// <summary>Writes why a finding is not shown into JSON, as a member of the object at hand.</summary>
internal static class JsonSuppressions
{
    /// <summary>Writes who says so, and why.</summary>
    public static void WriteSuppression(this Utf8JsonWriter json, Suppression? suppression)
    {
        if (suppression is null)
        {
            json.WriteNull("suppression");
            return;
        }
        json.WriteStartObject("suppression");
        json.WriteString("kind", suppression.Kind switch
        {
            SuppressionKind.InSource => "inSource",
            SuppressionKind.Configuration => "configuration",
            _ => "baseline",
        });
        json.WriteText("reason", suppression.Reason);
        json.WriteEndObject();
    }
}
