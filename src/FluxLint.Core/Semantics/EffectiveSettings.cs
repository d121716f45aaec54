using System.Collections.Immutable;
using FluxLint.Configuration;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Syntax;

namespace FluxLint.Semantics;

/// <summary>Lists every setting that holds for a repository, and who decides it.</summary>
internal sealed class EffectiveSettings
{
    private readonly ImmutableArray<EffectiveSetting>.Builder found = ImmutableArray.CreateBuilder<EffectiveSetting>();
    private readonly FluxLintConfiguration configuration;

    private EffectiveSettings(FluxLintConfiguration configuration) => this.configuration = configuration;

    /// <summary>Lists the settings.</summary>
    /// <param name="compilation">The repository.</param>
    /// <param name="rules">The rules there are.</param>
    /// <param name="selection">What the caller wants of them.</param>
    /// <param name="path">The file that severities are told for; null for what holds in most of them.</param>
    public static ImmutableArray<EffectiveSetting> Of(Compilation compilation, ImmutableArray<RuleInfo> rules, RuleSelection selection, string? path)
    {
        var settings = new EffectiveSettings(compilation.Configuration);
        settings.AddWhole(selection);
        settings.AddFleet();
        settings.AddLists();
        settings.AddRules(rules, new(compilation.Configuration, selection, compilation.EditorConfigs), path);
        return settings.found.ToImmutable();
    }

    private void AddWhole(RuleSelection selection)
    {
        if (selection.Preset is { } preset)
            found.Add(new("preset", Presets.Names[(int)preset], SettingOrigin.CommandLine, null));
        else
            Add("preset", Presets.Names[(int)configuration.Preset], configuration.WrittenPreset?.Node);
        Add("flux.version", configuration.FluxVersion?.Node.Value ?? "", configuration.FluxVersion?.Node);
        Add("kubernetes.version", configuration.KubernetesVersion?.Node.Value ?? "", configuration.KubernetesVersion?.Node);
        Add("baseline", configuration.Baseline?.Value ?? "", configuration.Baseline);
    }

    private void AddFleet()
    {
        foreach (var candidate in configuration.Clusters)
        {
            var key = $"clusters.{candidate.Name.Value}";
            Add($"{key}.paths", Join(candidate.Paths), candidate.Paths[0].Node);
            AddPatterns($"{key}.names", candidate.Names);
            if (!candidate.Requires.IsEmpty)
                Add($"{key}.requires", string.Join(", ", candidate.Requires.Select(required => required.Value)), candidate.Requires[0]);
            AddPatterns($"{key}.forbids", candidate.Forbidden);
            AddPatterns($"{key}.onlyInOverlays", candidate.OnlyInOverlays);
            if (candidate.PromotesTo is { } target)
                Add($"{key}.promotesTo", target.Value, target);
            if (candidate.AllowsChartRanges)
                Add($"{key}.allowChartRanges", "true", candidate.Name);
        }
        foreach (var source in configuration.Sources)
            Add($"sources.{source.Url.Value}", source.Path.Value.Length == 0 ? "." : source.Path.Value, source.Url);
        AddProvided("namespaces", configuration.Provides.Namespaces);
        AddProvided("crds", configuration.Provides.Crds);
        AddProvided("configMaps", configuration.Provides.ConfigMaps);
        AddProvided("secrets", configuration.Provides.Secrets);
        AddProvided("serviceAccounts", configuration.Provides.ServiceAccounts);
    }

    private void AddPatterns(string key, ImmutableArray<LocatedGlob> patterns)
    {
        if (!patterns.IsEmpty)
            Add(key, Join(patterns), patterns[0].Node);
    }

    private void AddProvided(string name, ImmutableArray<LocatedGlob>? patterns)
    {
        if (patterns is { } list)
            found.Add(new($"provides.{name}", list.IsEmpty ? "nothing" : Join(list), SettingOrigin.File, list.FirstOrDefault()?.Node.Location));
    }

    private void AddLists()
    {
        for (var i = 0; i < configuration.Namespaces.Length; i++)
        {
            var rule = configuration.Namespaces[i];
            string[] parts = [Part("releases", rule.Releases), Part("paths", rule.Paths), Part("kinds", rule.Kinds)];
            Add($"namespaces[{i}]", $"{string.Join(", ", parts.Where(part => part.Length > 0))}: {rule.Namespace.Value}", rule.Namespace);
        }
        foreach (var directory in configuration.Schemas)
            Add("schemas", directory.Value, directory);
        for (var i = 0; i < configuration.Suppressions.Length; i++)
        {
            var suppression = configuration.Suppressions[i];
            var until = suppression.Until is { } day ? $" until {day:yyyy-MM-dd}" : "";
            Add($"suppressions[{i}]", $"{string.Join(", ", suppression.Rules.Select(rule => rule.Node.Value))}{until}: {suppression.Reason}", suppression.Rules[0].Node);
        }
    }

    private void AddRules(ImmutableArray<RuleInfo> rules, SeverityMap severities, string? path)
    {
        foreach (var rule in rules)
        {
            var decision = severities.Decide(rule.Descriptor, path, rule.Descriptor.Severity);
            found.Add(new($"rules.{rule.Id}", decision.Severity.ToString().ToLowerInvariant(), decision.Origin, decision.Location));
            var setting = configuration.Rules.FirstOrDefault(candidate => candidate.Id == rule.Id);
            foreach (var option in rule.Descriptor.Options)
            {
                var written = setting?.Options.FirstOrDefault(candidate => candidate.Name == option.Name)?.Node;
                Add($"rules.{rule.Id}.{option.Name}", string.Join(", ", configuration.ValuesOf(rule.Id, option)), written);
            }
        }
    }

    private void Add(string key, string value, YamlNode? node) =>
        found.Add(new(key, value, node is null ? SettingOrigin.Default : SettingOrigin.File, node?.Location));

    private static string Part(string name, ImmutableArray<LocatedGlob> patterns) => patterns.IsEmpty ? "" : $"{name} {Join(patterns)}";

    private static string Join(ImmutableArray<LocatedGlob> patterns) => string.Join(", ", patterns.Select(pattern => pattern.Node.Value));
}
