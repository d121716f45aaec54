using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace FluxLint.Analysis;

/// <summary>Which rules look at the clusters that a thing reaches, and at the configured schemas. Safe on many threads.</summary>
internal sealed class RuleDependences
{
    private readonly ConcurrentDictionary<Rule, Dependence> known;

    /// <param name="before">What is known of the same rules from an earlier look; null when nothing is.</param>
    public RuleDependences(RuleDependences? before) => known = new(before?.known ?? []);

    /// <summary>Takes note of what a rule looks at.</summary>
    public void Add(Rule rule, Dependence dependence)
    {
        if (!known.TryGetValue(rule, out var noted) || (noted & dependence) != dependence)
            known.AddOrUpdate(rule, dependence, (_, other) => other | dependence);
    }

    /// <summary>The rules that look at something.</summary>
    public ImmutableArray<Rule> Of(Dependence dependence) => [.. known.Where(rule => (rule.Value & dependence) != Dependence.None).Select(rule => rule.Key)];
}
