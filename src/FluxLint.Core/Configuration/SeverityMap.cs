using FluxLint.Diagnostics;
using FluxLint.Syntax;

namespace FluxLint.Configuration;

/// <summary>
/// Decides how much a finding matters: by the last override of its path, else the setting of its rule, else an <c>.editorconfig</c>, else
/// the preset. What the caller selects is stronger than all of them.
/// </summary>
internal sealed class SeverityMap
{
    private readonly Preset preset;
    private readonly RuleSelection selection;
    private readonly EditorConfigs editorConfigs;
    private readonly PresetSetting? writtenPreset;
    private readonly Dictionary<string, RuleSetting> settings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<OverriddenSeverity>> overrides = new(StringComparer.Ordinal);

    /// <summary>Makes the map of a configuration.</summary>
    /// <param name="configuration">The settings of the repository.</param>
    /// <param name="selection">Those of the caller; null when there are none.</param>
    /// <param name="editorConfigs">Those of <c>.editorconfig</c> files; null when there are none.</param>
    public SeverityMap(FluxLintConfiguration configuration, RuleSelection? selection = null, EditorConfigs? editorConfigs = null)
    {
        this.editorConfigs = editorConfigs ?? EditorConfigs.None;
        writtenPreset = configuration.WrittenPreset;
        this.selection = selection ?? RuleSelection.Default;
        preset = this.selection.Preset ?? configuration.Preset;
        foreach (var setting in configuration.Rules)
        {
            if (setting.Severity is not null)
                settings[setting.Id] = setting;
        }
        foreach (var part in configuration.Overrides.Reverse())
        {
            foreach (var setting in part.Rules)
            {
                if (setting.Severity is not { } severity)
                    continue;
                if (!overrides.TryGetValue(setting.Id, out var parts))
                    overrides[setting.Id] = parts = [];
                parts.Add(new(part, severity, setting.Rule));
            }
        }
    }

    /// <summary>The severity of what a rule finds in a file.</summary>
    public Severity Find(DiagnosticDescriptor descriptor, string path) => Find(descriptor, path, descriptor.Severity);

    /// <summary>The severity of a finding that has one of its own where nothing is configured.</summary>
    /// <param name="descriptor">What was found.</param>
    /// <param name="path">The file.</param>
    /// <param name="own">The severity of this very finding. A rule that is off by default stays off whatever it is.</param>
    public Severity Find(DiagnosticDescriptor descriptor, string path, Severity own) => Decide(descriptor, path, own).Severity;

    /// <summary>The severity of what a rule finds where no override holds.</summary>
    public Severity Find(DiagnosticDescriptor descriptor) => Decide(descriptor, path: null, descriptor.Severity).Severity;

    /// <summary>The severity of a finding, and who decides it.</summary>
    /// <param name="descriptor">What was found.</param>
    /// <param name="path">The file; null for what holds in most of them.</param>
    /// <param name="own">The severity of this very finding.</param>
    public SeverityDecision Decide(DiagnosticDescriptor descriptor, string? path, Severity own)
    {
        if (!selection.Includes(descriptor))
            return new(Severity.Off, SettingOrigin.CommandLine);
        if (path is not null && overrides.GetValueOrDefault(descriptor.Id)?.Find(part => part.Override.Matches(path)) is { } found)
            return new(found.Severity, SettingOrigin.File, found.Key.Location);
        var isDemanded = selection.Demands(descriptor);
        if (settings.TryGetValue(descriptor.Id, out var setting) && setting.Severity is { } severity && (severity != Severity.Off || !isDemanded))
            return new(severity, SettingOrigin.File, setting.SeverityKey.Location);
        if (path is not null && editorConfigs.Find(descriptor.Id, path) is { Severity: { } edited, Location: var location } && (edited != Severity.Off || !isDemanded))
            return new(edited, SettingOrigin.File, location);
        var plain = descriptor.Severity == Severity.Off ? Severity.Off : own;
        var moved = OfPreset(plain);
        if (moved == Severity.Off && isDemanded)
            return new(own == Severity.Off ? Severity.Warning : own, SettingOrigin.CommandLine);
        return moved == plain ? new(moved, SettingOrigin.Default)
            : selection.Preset is not null ? new(moved, SettingOrigin.CommandLine)
            : new(moved, SettingOrigin.Preset, writtenPreset?.Node.Location);
    }

    /// <summary>Whether the caller keeps a rule from running, whatever is configured.</summary>
    public bool IsLeftOut(DiagnosticDescriptor descriptor) => !selection.Includes(descriptor);

    /// <summary>Whether a rule is switched on for any path at all.</summary>
    public bool IsOnAnywhere(DiagnosticDescriptor descriptor) =>
        Find(descriptor) != Severity.Off
        || (selection.Includes(descriptor) && !settings.ContainsKey(descriptor.Id) && editorConfigs.SwitchOn(descriptor.Id))
        || (selection.Includes(descriptor) && overrides.TryGetValue(descriptor.Id, out var parts) && parts.Exists(part => part.Severity != Severity.Off));

    private Severity OfPreset(Severity severity) => (preset, severity) switch
    {
        (Preset.Recommended, _) => severity,
        (Preset.All, Severity.Off) => Severity.Warning,
        (_, Severity.Info) => Severity.Warning,
        (_, Severity.Warning) => Severity.Error,
        _ => severity,
    };

    private sealed record OverriddenSeverity(SeverityOverride Override, Severity Severity, YamlScalar Key);
}
