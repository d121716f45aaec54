using FluxLint.Diagnostics;

namespace FluxLint.Configuration;

/// <summary>
/// Decides how much a finding matters: by the last override of its path, else the setting of its rule, else the preset. What the caller
/// selects is stronger than all of them.
/// </summary>
internal sealed class SeverityMap
{
    private readonly Preset preset;
    private readonly RuleSelection selection;
    private readonly Dictionary<string, Severity> settings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<OverriddenSeverity>> overrides = new(StringComparer.Ordinal);

    /// <summary>Makes the map of a configuration.</summary>
    /// <param name="configuration">The settings of the repository.</param>
    /// <param name="selection">Those of the caller; null when there are none.</param>
    public SeverityMap(FluxLintConfiguration configuration, RuleSelection? selection = null)
    {
        this.selection = selection ?? RuleSelection.Default;
        preset = this.selection.Preset ?? configuration.Preset;
        foreach (var setting in configuration.Rules)
        {
            if (setting.Severity is { } severity)
                settings[setting.Id] = severity;
        }
        foreach (var part in configuration.Overrides.Reverse())
        {
            foreach (var setting in part.Rules)
            {
                if (setting.Severity is not { } severity)
                    continue;
                if (!overrides.TryGetValue(setting.Id, out var parts))
                    overrides[setting.Id] = parts = [];
                parts.Add(new(part, severity));
            }
        }
    }

    /// <summary>The severity of what a rule finds in a file.</summary>
    public Severity Find(DiagnosticDescriptor descriptor, string path) => Find(descriptor, path, descriptor.Severity);

    /// <summary>The severity of a finding that has one of its own where nothing is configured.</summary>
    /// <param name="descriptor">What was found.</param>
    /// <param name="path">The file.</param>
    /// <param name="own">The severity of this very finding. A rule that is off by default stays off whatever it is.</param>
    public Severity Find(DiagnosticDescriptor descriptor, string path, Severity own)
    {
        if (!selection.Includes(descriptor))
            return Severity.Off;
        if (overrides.TryGetValue(descriptor.Id, out var parts))
        {
            foreach (var (part, severity) in parts)
            {
                if (part.Matches(path))
                    return severity;
            }
        }
        return OfRule(descriptor, own);
    }

    /// <summary>The severity of what a rule finds where no override holds.</summary>
    public Severity Find(DiagnosticDescriptor descriptor) =>
        selection.Includes(descriptor) ? OfRule(descriptor, descriptor.Severity) : Severity.Off;

    /// <summary>Whether the caller keeps a rule from running, whatever is configured.</summary>
    public bool IsLeftOut(DiagnosticDescriptor descriptor) => !selection.Includes(descriptor);

    /// <summary>Whether a rule is switched on for any path at all.</summary>
    public bool IsOnAnywhere(DiagnosticDescriptor descriptor) =>
        Find(descriptor) != Severity.Off
        || (selection.Includes(descriptor) && overrides.TryGetValue(descriptor.Id, out var parts) && parts.Exists(part => part.Severity != Severity.Off));

    private Severity OfRule(DiagnosticDescriptor descriptor, Severity own)
    {
        if (settings.TryGetValue(descriptor.Id, out var setting) && (setting != Severity.Off || !selection.Demands(descriptor)))
            return setting;
        var severity = OfPreset(descriptor.Severity == Severity.Off ? Severity.Off : own);
        return severity == Severity.Off && selection.Demands(descriptor) ? Severity.Warning : severity;
    }

    private Severity OfPreset(Severity severity) => (preset, severity) switch
    {
        (Preset.Recommended, _) => severity,
        (Preset.All, Severity.Off) => Severity.Warning,
        (_, Severity.Info) => Severity.Warning,
        (_, Severity.Warning) => Severity.Error,
        _ => severity,
    };

    private sealed record OverriddenSeverity(SeverityOverride Override, Severity Severity);
}
