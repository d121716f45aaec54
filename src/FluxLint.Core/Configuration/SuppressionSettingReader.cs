using System.Globalization;
using FluxLint.Syntax;

namespace FluxLint.Configuration;

/// <summary>Reads the entries of <c>suppressions</c>.</summary>
internal sealed class SuppressionSettingReader(NodeReader reader, RuleSettingReader rules)
{
    private const string Owner = "a suppression";

    public SuppressionSetting? Read(YamlMapping mapping)
    {
        reader.CheckKeys(mapping, Owner, ConfigurationKeys.Suppression);
        var (paths, clusters) = (reader.Globs(mapping, "paths"), reader.Globs(mapping, "clusters"));
        var resource = reader.Text(mapping, "resource") is { } pattern ? reader.AsGlob(pattern) : null;
        var reason = reader.Text(mapping, "reason");
        var until = ReadUntil(mapping);
        var suppressed = reader.Texts(mapping, "rules").Select(rules.ReadSelector).OfType<SuppressedRule>().ToList();
        if (IsMissing(mapping, "rules"))
            reader.Report(mapping, $"{Owner} needs 'rules'");
        else if (mapping["rules"] is YamlSequence { Items.IsEmpty: true } empty)
            reader.Report(empty, "'rules' has no rule");
        if (IsMissing(mapping, "paths") && IsMissing(mapping, "resource") && IsMissing(mapping, "clusters"))
            reader.Report(mapping, $"{Owner} needs 'paths', 'resource' or 'clusters'; 'rules' at the root turns a rule off everywhere");

        // One that lost a part of what it says would hide more than was meant.
        var isWhole = Narrows("paths", !paths.IsEmpty) && Narrows("resource", resource is not null) && Narrows("clusters", !clusters.IsEmpty)
            && Narrows("until", until is not null) && Narrows("reason", reason is not null) && (!paths.IsEmpty || resource is not null || !clusters.IsEmpty);
        if (!isWhole || suppressed.Count == 0 || mapping["rules"] is not YamlSequence list)
            return null;
        return new() { Node = mapping, RuleList = list, Rules = [.. suppressed], Paths = paths, Resource = resource, Clusters = clusters, Reason = reason?.Value.Trim() ?? "", Until = until };

        bool Narrows(string key, bool isRead) => IsMissing(mapping, key) || isRead;
    }

    private DateOnly? ReadUntil(YamlMapping mapping)
    {
        if (reader.Scalar(mapping, "until") is not { } node)
            return null;
        if (DateOnly.TryParseExact(node.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        reader.Report(node, $"'until' must be a day such as 2027-01-31, not {NodeReader.Describe(node)}");
        return null;
    }

    private static bool IsMissing(YamlMapping mapping, string key) => mapping[key] is null or YamlScalar { IsNull: true };
}
