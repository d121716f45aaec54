using FluxLint.Configuration;
using FluxLint.Semantics;

namespace FluxLint.Reporting;

/// <summary>Writes settings as JSON. Its shape is a promise: members are added and never renamed or removed.</summary>
/// <remarks><code>{ "settings": [ { "key", "value", "origin": "default" | "preset" | "file" | "commandLine", "location": { "file", "line", "column" } } ] }</code></remarks>
internal static class SettingsJson
{
    /// <summary>Writes settings.</summary>
    public static void Write(IEnumerable<EffectiveSetting> settings, Stream output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("settings");
        foreach (var setting in settings)
        {
            json.WriteStartObject();
            json.WriteText("key", setting.Key);
            json.WriteText("value", setting.Value);
            json.WriteString("origin", Word(setting.Origin));
            if (setting.Location is { } location)
            {
                json.WriteStartObject("location");
                json.WriteText("file", location.Path);
                json.WriteNumber("line", location.Start.Line);
                json.WriteNumber("column", location.Start.Column);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static string Word(SettingOrigin origin) => origin switch
    {
        SettingOrigin.Preset => "preset",
        SettingOrigin.File => "file",
        SettingOrigin.CommandLine => "commandLine",
        _ => "default",
    };
}
