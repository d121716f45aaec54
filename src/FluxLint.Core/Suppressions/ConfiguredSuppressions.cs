using System.Collections;
using System.Collections.Immutable;
using FluxLint.CodeFixes;
using FluxLint.Configuration;
using FluxLint.Diagnostics;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Suppressions;

/// <summary>What the entries of <c>suppressions</c> in the configuration suppress.</summary>
internal sealed class ConfiguredSuppressions(FluxLintConfiguration configuration, YamlTree? tree, YamlEdit edit, DateOnly? today)
{
    // Each entry once for an id, with the first rule of it that means the id.
    private readonly ILookup<string, (int Number, SuppressionSetting Setting, SuppressedRule Rule)> active = configuration.Suppressions
        .Select((setting, number) => (Number: number, Setting: setting))
        .Where(entry => entry.Setting.HoldsOn(today))
        .SelectMany(entry => entry.Setting.Rules.SelectMany(rule => rule.Ids.Select(id => (Id: id, entry.Number, entry.Setting, Rule: rule))).DistinctBy(named => named.Id))
        .ToLookup(named => named.Id, named => (named.Number, named.Setting, named.Rule), StringComparer.Ordinal);

    // Which entries speak of a file, by their numbers.
    private readonly Dictionary<string, BitArray> matching = new(StringComparer.Ordinal);
    private readonly HashSet<SuppressedRule> used = new(ReferenceEqualityComparer.Instance);

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>The finding as it is left: suppressed, with fewer clusters, or as it was.</summary>
    public Diagnostic Apply(Diagnostic diagnostic)
    {
        seen.Add(diagnostic.Id);
        var entries = Matching(diagnostic.Location.Path);
        foreach (var (number, setting, rule) in active[diagnostic.Id])
        {
            if (!entries[number] || !setting.MatchesObject(diagnostic))
                continue;
            var left = diagnostic.Clusters.RemoveAll(setting.MatchesCluster);
            if (!setting.Clusters.IsEmpty && left.Length == diagnostic.Clusters.Length)
                continue;
            used.Add(rule);
            if (setting.Clusters.IsEmpty || left.IsEmpty)
                diagnostic = diagnostic with { Suppression = diagnostic.Suppression ?? new(SuppressionKind.Configuration, setting.Reason) };
            else
                diagnostic = diagnostic with { Clusters = left };
        }
        return diagnostic;
    }

    /// <summary>Reports the entries that do nothing, once all findings were looked for.</summary>
    public void Judge(HygieneFindings hygiene)
    {
        foreach (var setting in configuration.Suppressions)
        {
            if (setting.Reason.Length == 0)
                hygiene.ReportWithoutReason(setting.Rules[0].Node.Location, Names(setting.Rules), "add it to the entry: `reason: why`");
            var idle = setting.Rules.Where(rule => !used.Contains(rule) && hygiene.DidRun(rule.Ids, path: null)).ToList();
            if (!setting.HoldsOn(today))
                hygiene.ReportUnused((setting.Node["until"] ?? setting.Node).Location, $"the suppression of {Names(setting.Rules)} ended on {setting.Until:yyyy-MM-dd}", CodeFix.Safe("Remove the entry", Removal(setting)));
            else if (idle.Count == setting.Rules.Length)
                hygiene.ReportUnused(setting.Rules[0].Node.Location, None(setting.Rules), CodeFix.Safe("Remove the entry", Removal(setting)));
            else
                idle.ForEach(rule => hygiene.ReportUnused(rule.Node.Location, None([rule]), CodeFix.Safe($"Remove '{rule.Node.Value}'", edit.RemoveItem(setting.RuleList, rule.Node))));
        }
    }

    private BitArray Matching(string path)
    {
        if (!matching.TryGetValue(path, out var entries))
            matching.Add(path, entries = new([.. configuration.Suppressions.Select(setting => setting.MatchesPath(path))]));
        return entries;
    }

    // What the rest of the entry keeps it from is there, and whoever looks for it should look at the rest.
    private string None(ImmutableArray<SuppressedRule> rules) => rules.Any(rule => rule.Ids.Any(seen.Contains))
        ? $"there are findings of {Names(rules)}, and none that the rest of this entry matches"
        : $"there is no finding of {Names(rules)} to suppress";

    private TextChange? Removal(SuppressionSetting setting)
    {
        if (tree?.RootMapping is not { } root || root.Sequence("suppressions") is not { } list || !list.Items.Contains(setting.Node))
            return null;
        return list.Items.Length > 1 ? edit.RemoveItem(list, setting.Node) : edit.Remove(root, "suppressions");
    }

    private static string Names(ImmutableArray<SuppressedRule> rules) => string.Join(", ", rules.Select(rule => $"'{rule.Node.Value}'"));
}
