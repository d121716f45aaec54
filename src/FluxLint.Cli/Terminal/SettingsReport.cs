using System.Collections.Immutable;
using FluxLint.Configuration;
using FluxLint.Diagnostics;
using FluxLint.Reporting;
using FluxLint.Semantics;

namespace FluxLint.Cli.Terminal;

/// <summary>Writes settings as a table for people.</summary>
internal static class SettingsReport
{
    public static void Write(IEnumerable<EffectiveSetting> settings, ImmutableArray<RuleInfo> rules, Ansi ansi, int? width, Stream output)
    {
        using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        var names = rules.ToDictionary(rule => $"rules.{rule.Id}", rule => rule.Name, StringComparer.Ordinal);
        var table = new TextTable("SETTING", "VALUE", "FROM", "NAME");
        foreach (var setting in settings)
            table.Add(SafeText.OneLine(setting.Key), setting.Value.Length == 0 ? "-" : SafeText.OneLine(setting.Value), SafeText.OneLine(Origin(setting)), names.GetValueOrDefault(setting.Key, ""));
        table.Write(writer, ansi, width);
    }

    private static string Origin(EffectiveSetting setting) => (setting.Origin, setting.Location) switch
    {
        (SettingOrigin.CommandLine, _) => "command line",
        (SettingOrigin.Preset, { } location) => $"preset, {location.Path}:{location.Start.Line}",
        (SettingOrigin.Preset, _) => "preset",
        (SettingOrigin.File, { } location) => $"{location.Path}:{location.Start.Line}",
        (SettingOrigin.File, _) => "fluxlint.yaml",
        _ => "default",
    };
}
