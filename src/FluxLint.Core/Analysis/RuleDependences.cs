using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace FluxLint.Analysis;

/// <summary>Which rules look at the clusters that a thing reaches, and at the configured schemas. Safe on many threads.</summary>
internal sealed class RuleDependences
{
    private readonly ConcurrentDictionary<Rule, Noted> known = new();

    /// <param name="before">What is known of the same rules from an earlier look; null when nothing is.</param>
    public RuleDependences(RuleDependences? before)
    {
        foreach (var (rule, noted) in before?.known ?? [])
            Add(rule, noted.Dependence);
    }

    /// <summary>Takes note of what a rule looks at.</summary>
    public void Add(Rule rule, Dependence dependence) => known.GetOrAdd(rule, static _ => new()).Add(dependence);

    /// <summary>The rules that look at something.</summary>
    public ImmutableArray<Rule> Of(Dependence dependence) => [.. known.Where(rule => (rule.Value.Dependence & dependence) != Dependence.None).Select(rule => rule.Key)];

    private sealed class Noted
    {
        private int dependence;

        public Dependence Dependence => (Dependence)dependence;

        public void Add(Dependence other)
        {
            if ((Dependence & other) != other)
                Interlocked.Or(ref dependence, (int)other);
        }
    }
}
