using System.Collections.Immutable;
using FluxLint.Analysis;
using FluxLint.Diagnostics;

namespace FluxLint.Packs.Loading;

/// <summary>A pack that is loaded.</summary>
/// <param name="identity">Its package.</param>
/// <param name="pages">Its rules in id order, with their pages.</param>
internal sealed class GuardedPack(PackIdentity identity, IEnumerable<KeyValuePair<GuardedRule, string>> pages) : RulePack
{
    private readonly Dictionary<Rule, string> pages = pages.ToDictionary(page => (Rule)page.Key, page => page.Value);

    internal override PackIdentity Identity => identity;

    /// <inheritdoc/>
    public override string Name => identity.Id;

    /// <inheritdoc/>
    public override ImmutableArray<Rule> Rules => [.. pages.Keys.OrderBy(rule => rule.Describe().Id, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override string Page(Rule rule) => pages[rule];
}
