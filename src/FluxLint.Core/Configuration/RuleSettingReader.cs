using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Configuration;

/// <summary>Reads mappings of rules to severities.</summary>
internal sealed class RuleSettingReader
{
    private readonly NodeReader reader;
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);

    public RuleSettingReader(NodeReader reader, IReadOnlyCollection<(string Id, string Name)> knownRules)
    {
        this.reader = reader;
        foreach (var (id, name) in knownRules)
        {
            ids[id] = id;
            ids[name] = id;
        }
    }

    public ImmutableArray<RuleSetting> Read(YamlMapping? mapping)
    {
        var settings = new List<RuleSetting>();
        foreach (var (key, value) in mapping?.Entries ?? [])
        {
            if (ReadId(key) is not { } rule || ReadSeverity(rule.Key, value) is not { } severity)
                continue;
            var same = settings.Find(setting => setting.Id == rule.Id);
            if (same is null)
                settings.Add(new(rule.Id, severity.Severity, rule.Key, severity.Value));
            else if (same.Rule.Value != rule.Key.Value)
                reader.Report(key, $"'{rule.Key.Value}' is the same rule as '{same.Rule.Value}', which is set before it");
        }
        return [.. settings];
    }

    /// <summary>The rules that an id, a name, or a start of ids means; null when there are none, which is reported.</summary>
    public SuppressedRule? ReadSelector(YamlScalar node)
    {
        var meant = ids.Where(rule => rule.Key == node.Value || rule.Value.StartsWith(node.Value, StringComparison.OrdinalIgnoreCase)).Select(rule => rule.Value).Distinct();
        if (node.Value.Length > 0 && meant.Order(StringComparer.Ordinal).ToImmutableArray() is { IsEmpty: false } found)
            return new(node, found);
        ReportUnknown(node);
        return null;
    }

    private (YamlScalar Key, string Id)? ReadId(YamlNode node)
    {
        if (node is YamlScalar key && ids.TryGetValue(key.Value, out var id))
            return (key, id);
        ReportUnknown(node);
        return null;
    }

    private void ReportUnknown(YamlNode node)
    {
        var name = (node as YamlScalar)?.Value ?? "";
        var hint = Suggestion.For(name, ids.Keys) is { } nearest ? $"; {nearest.Statement}" : "";
        reader.Report(node, node is YamlScalar ? $"there is no rule '{name}'{hint}" : $"a rule must be an id or a name, not {NodeReader.Describe(node)}");
    }

    private (YamlScalar Value, Severity Severity)? ReadSeverity(YamlScalar rule, YamlNode node)
    {
        Severity? severity = (node as YamlScalar)?.Value switch
        {
            "error" => Severity.Error,
            "warning" => Severity.Warning,
            "info" => Severity.Info,
            "off" => Severity.Off,
            _ => null,
        };
        if (node is YamlScalar value && severity is { } known)
            return (value, known);
        reader.Report(node is YamlScalar { IsNull: true } ? rule : node, $"the severity of '{rule.Value}' must be error, warning, info or off, not {NodeReader.Describe(node)}");
        return null;
    }
}
