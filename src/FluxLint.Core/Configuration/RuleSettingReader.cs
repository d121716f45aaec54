using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Configuration;

/// <summary>Reads mappings of rules to severities, or to a severity and options.</summary>
internal sealed class RuleSettingReader
{
    private readonly NodeReader reader;
    private readonly Dictionary<string, RuleInfo> rules = new(StringComparer.Ordinal);

    public RuleSettingReader(NodeReader reader, ImmutableArray<RuleInfo> knownRules)
    {
        this.reader = reader;
        foreach (var rule in knownRules)
        {
            rules[rule.Id] = rule;
            rules[rule.Name] = rule;
        }
    }

    /// <summary>Reads the settings of the whole repository.</summary>
    public ImmutableArray<RuleSetting> Read(YamlMapping? mapping) => Read(mapping, ReadSetting);

    /// <summary>Reads the settings of a part of it, which are severities alone: a rule looks at more than one file.</summary>
    public ImmutableArray<RuleSetting> ReadSeverities(YamlMapping? mapping) =>
        Read(mapping, (key, rule, value) => ReadSeverity(key, value) is { } severity ? new(rule.Id, key, severity, []) : null);

    private ImmutableArray<RuleSetting> Read(YamlMapping? mapping, Func<YamlScalar, RuleInfo, YamlNode, RuleSetting?> read)
    {
        var settings = new List<RuleSetting>();
        var starts = new List<YamlEntry>();
        foreach (var entry in mapping?.Entries ?? [])
        {
            if (entry.Key is YamlScalar start && !rules.ContainsKey(start.Value) && !Started(start.Value).IsEmpty)
            {
                starts.Add(entry);
                continue;
            }
            if (FindRule(entry.Key) is not { } rule || read(rule.Key, rule.Info, entry.Value) is not { } setting)
                continue;
            var same = settings.Find(other => other.Id == setting.Id);
            if (same is null)
                settings.Add(setting);
            else if (same.Rule.Value != rule.Key.Value)
                reader.Report(entry.Key, $"'{rule.Key.Value}' is the same rule as '{same.Rule.Value}', which is set before it");
        }
        return starts.Select(ReadStart).OrderByDescending(start => start is [var first, ..] ? first.Rule.Value.Length : 0).Aggregate(settings.ToImmutableArray(), RuleSetting.Combine);
    }

    /// <summary>The settings of all rules whose ids start with a text, which are severities: options are those of one rule.</summary>
    private ImmutableArray<RuleSetting> ReadStart(YamlEntry entry)
    {
        if (entry.Key is not YamlScalar start)
            return [];
        var value = entry.Value;
        if (value is YamlMapping mapping)
        {
            reader.CheckKeys(mapping, $"'{start.Value}'", "severity");
            value = mapping["severity"] ?? mapping;
        }
        return ReadSeverity(start, value) is { } severity ? [.. Started(start.Value).Select(id => new RuleSetting(id, start, severity, []))] : [];
    }

    private ImmutableArray<string> Started(string start) => start.Length == 0
        ? []
        : [.. rules.Values.Select(rule => rule.Id).Where(id => id.StartsWith(start, StringComparison.OrdinalIgnoreCase)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The rules that an id, a name, or a start of ids means; null when there are none, which is reported.</summary>
    public SuppressedRule? ReadSelector(YamlScalar node)
    {
        ImmutableArray<string> meant = rules.TryGetValue(node.Value, out var rule) ? [rule.Id] : Started(node.Value);
        if (!meant.IsEmpty)
            return new(node, meant);
        ReportUnknown(node);
        return null;
    }

    private (YamlScalar Key, RuleInfo Info)? FindRule(YamlNode node)
    {
        if (node is YamlScalar key && rules.TryGetValue(key.Value, out var rule))
            return (key, rule);
        ReportUnknown(node);
        return null;
    }

    private void ReportUnknown(YamlNode node)
    {
        if (node is not YamlScalar { Value: var name })
        {
            reader.Report(node, $"a rule must be an id or a name, not {NodeReader.Describe(node)}");
            return;
        }
        var message = $"there is no rule '{name}'{(Suggestion.For(name, rules.Keys) is { } nearest ? $"; {nearest.Statement}" : "")}";
        if (name.StartsWith(RuleInfo.BuiltInIds, StringComparison.OrdinalIgnoreCase))
            reader.Report(node, message);
        else
            reader.ReportUnknownRule(node, message);
    }

    private RuleSetting? ReadSetting(YamlScalar key, RuleInfo rule, YamlNode value)
    {
        if (value is not YamlMapping mapping)
            return ReadSeverity(key, value) is { } only ? new(rule.Id, key, only, []) : null;
        var options = rule.Descriptor.Options;
        reader.CheckKeys(mapping, $"the rule '{key.Value}'", ["severity", .. options.Select(option => option.Name)]);
        var severity = mapping["severity"] is { } written ? ReadSeverity(key, written) : null;
        return new(rule.Id, key, severity, [.. options.Select(option => ReadOption(mapping, option)).OfType<OptionSetting>()]);
    }

    private OptionSetting? ReadOption(YamlMapping mapping, RuleOption option)
    {
        if (option.Choices.IsEmpty)
            return mapping[option.Name] is YamlSequence { Items.IsEmpty: true } none ? new(option.Name, [], none) : ReadPatterns(mapping, option);
        if (reader.Scalar(mapping, option.Name) is not { } value)
            return null;
        if (option.Choices.Contains(value.Value))
            return new(option.Name, [value.Value], value);
        var hint = Suggestion.For(value.Value, option.Choices) is { } nearest ? $"; {nearest.Statement}" : "";
        reader.Report(value, $"'{option.Name}' must be {string.Join(" or ", option.Choices)}, not {NodeReader.Describe(value)}{hint}");
        return null;
    }

    private OptionSetting? ReadPatterns(YamlMapping mapping, RuleOption option) =>
        reader.Globs(mapping, option.Name) is { IsEmpty: false } patterns ? new(option.Name, [.. patterns.Select(pattern => pattern.Glob.Pattern)], patterns[0].Node) : null;

    private Severity? ReadSeverity(YamlScalar rule, YamlNode node)
    {
        Severity? severity = (node as YamlScalar)?.Value switch
        {
            "error" => Severity.Error,
            "warning" => Severity.Warning,
            "info" => Severity.Info,
            "off" => Severity.Off,
            _ => null,
        };
        if (severity is null)
            reader.Report(node is YamlScalar { IsNull: true } ? rule : node, $"the severity of '{rule.Value}' must be error, warning, info or off, not {NodeReader.Describe(node)}");
        return severity;
    }
}
