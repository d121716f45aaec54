using System.Collections.Immutable;
using FluxLint.Diagnostics;

namespace FluxLint.Reporting;

/// <summary>The rules that a report describes: those switched on, and those reported for any other reason, in id order.</summary>
internal sealed class RuleTable
{
    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);

    private RuleTable(ImmutableArray<RuleInfo> rules)
    {
        Rules = rules;
        for (var i = 0; i < rules.Length; i++)
            indexes[rules[i].Id] = i;
    }

    public ImmutableArray<RuleInfo> Rules { get; }

    public RuleInfo this[string id] => Rules[indexes[id]];

    public static RuleTable Of(LintResult result)
    {
        var rules = result.Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        var described = result.Rules.Where(rule => rule.Severity != Severity.Off).ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        foreach (var diagnostic in result.Diagnostics.Concat(result.Suppressed))
            described.TryAdd(diagnostic.Id, rules.GetValueOrDefault(diagnostic.Id) ?? Undescribed(diagnostic));
        return new([.. described.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal)]);
    }

    private static RuleInfo Undescribed(Diagnostic diagnostic) => new(diagnostic.Descriptor, Name: "", Page: "", diagnostic.Severity);
}
