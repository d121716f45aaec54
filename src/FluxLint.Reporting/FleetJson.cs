using System.Text.Json;
using FluxLint.Diagnostics;
using FluxLint.Fleet;

namespace FluxLint.Reporting;

/// <summary>The parts that the JSON of graphs and clusters has in common.</summary>
internal static class FleetJson
{
    public static void WriteTextOrNull(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is null)
            json.WriteNull(name);
        else
            json.WriteText(name, text);
    }

    public static void WriteNumberOrNull(this Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }

    public static void WritePlace(this Utf8JsonWriter json, string name, Location? location)
    {
        if (location is null)
        {
            json.WriteNull(name);
            return;
        }
        var (line, column) = location.Start;
        json.WriteStartObject(name);
        json.WriteText("file", location.Path);
        json.WriteNumber("line", line);
        json.WriteNumber("column", column);
        json.WriteEndObject();
    }

    public static void WriteChart(this Utf8JsonWriter json, ReleasedChart? chart)
    {
        if (chart is null)
        {
            json.WriteNull("chart");
            return;
        }
        json.WriteStartObject("chart");
        json.WriteTextOrNull("name", chart.ShownName);
        json.WriteTextOrNull("version", chart.ShownVersion);
        json.WriteEndObject();
    }
}
