using System.Text.Json;
using FluxLint.Diagnostics;
using FluxLint.Text;

namespace FluxLint.Reporting;

/// <summary>Writes where something is into JSON, as members of the object at hand.</summary>
internal static class JsonLocations
{
    /// <summary>Writes the characters of a file.</summary>
    public static void WriteLocation(this Utf8JsonWriter json, Location location)
    {
        json.WriteText("path", location.Path);
        WritePosition(json, "start", location.Start);
        WritePosition(json, "end", location.End);
    }

    /// <summary>Writes the object and the field; nulls where there is none.</summary>
    public static void WriteLogicalLocation(this Utf8JsonWriter json, LogicalLocation? location)
    {
        if (location is null)
        {
            json.WriteNull("resource");
            json.WriteNull("field");
            return;
        }
        json.WriteStartObject("resource");
        json.WriteText("apiVersion", location.ApiVersion);
        json.WriteText("kind", location.Kind);
        json.WriteText("namespace", location.Namespace);
        json.WriteText("name", location.Name);
        json.WriteEndObject();
        if (location.Field.Length > 0)
            json.WriteText("field", location.Field);
        else
            json.WriteNull("field");
    }

    private static void WritePosition(Utf8JsonWriter json, string name, LinePosition position)
    {
        json.WriteStartObject(name);
        json.WriteNumber("line", position.Line);
        json.WriteNumber("column", position.Column);
        json.WriteEndObject();
    }
}
