using System.Collections.Immutable;
using FluxLint.Configuration;
using FluxLint.Diagnostics;
using FluxLint.Policies;

namespace FluxLint.Analysis;

/// <summary>The rules of some packs in id order. An id names one rule.</summary>
public sealed class RuleSet
{
    private readonly Lazy<ImmutableArray<RuleInfo>> infos;

    private readonly ImmutableArray<Entry> entries;

    private RuleSet(ImmutableArray<Entry> entries)
    {
        this.entries = entries;
        Rules = [.. entries.Select(entry => entry.Rule)];
        infos = new(() => [.. entries.Select(entry => new RuleInfo(entry.Descriptor, entry.Rule.Name, entry.Pack.Page(entry.Rule), entry.Descriptor.Severity) { Pack = entry.Pack.Identity })]);
    }

    /// <summary>The rules, in id order.</summary>
    public ImmutableArray<Rule> Rules { get; }

    /// <summary>The rules as lists and pages show them, with the severities they have without configuration.</summary>
    public ImmutableArray<RuleInfo> Infos => infos.Value;

    /// <summary>Puts the rules of packs together.</summary>
    /// <exception cref="ArgumentException">Two rules have one id. The message is a sentence for the user that names both.</exception>
    public static RuleSet Of(params IEnumerable<RulePack> packs) => Of([], packs);

    /// <summary>These rules and those of the policies that a repository brings.</summary>
    internal RuleSet With(ImmutableArray<Policy> policies) => policies.IsEmpty ? this : Of(entries, [new PolicyPack(policies)]);

    private static RuleSet Of(IEnumerable<Entry> known, IEnumerable<RulePack> packs)
    {
        var entries = known
            .Concat(packs.SelectMany(pack => pack.Rules.Select(rule => new Entry(rule, rule.Describe(), pack))))
            .OrderBy(entry => entry.Descriptor.Id, StringComparer.Ordinal)
            .ToImmutableArray();
        for (var i = 1; i < entries.Length; i++)
        {
            var (first, second) = (entries[i - 1], entries[i]);
            if (first.Descriptor.Id == second.Descriptor.Id)
                throw new ArgumentException($"the rules '{first.Rule.Name}' of {first.Pack.Name} and '{second.Rule.Name}' of {second.Pack.Name} have the same id, {first.Descriptor.Id}: load only one of them");
        }
        return new(entries);
    }

    /// <summary>These rules, and those of more packs.</summary>
    internal RuleSet With(IEnumerable<RulePack> packs) => Of([.. entries.Select(entry => entry.Pack).Distinct(), .. packs]);

    /// <summary>The rules with the severities they have for a repository as a whole.</summary>
    internal ImmutableArray<RuleInfo> Describe(SeverityMap severities) => [.. Infos.Select(info => info with { Severity = severities.Find(info.Descriptor) })];

    // No value type: generic code over one is compiled when the program starts.
    private sealed record Entry(Rule Rule, DiagnosticDescriptor Descriptor, RulePack Pack);
}
