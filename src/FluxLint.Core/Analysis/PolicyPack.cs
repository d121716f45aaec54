using System.Collections.Immutable;
using FluxLint.Policies;

namespace FluxLint.Analysis;

/// <summary>The policies of a repository, as rules.</summary>
internal sealed class PolicyPack : RulePack
{
    // A step takes some 100 ns.
    private const long StepsOfPolicy = 5_000_000;
    private const long StepsOfAll = 50_000_000;

    /// <param name="policies">The policies, each id once.</param>
    public PolicyPack(ImmutableArray<Policy> policies)
    {
        var steps = Math.Min(StepsOfPolicy, StepsOfAll / Math.Max(1, policies.Length));
        Rules = [.. policies.OrderBy(policy => policy.Id.Value, StringComparer.Ordinal).Select(policy => new PolicyRule(policy, steps))];
    }

    public override string Name => "fluxlint.yaml";

    public override ImmutableArray<Rule> Rules { get; }

    public override string Page(Rule rule) => rule is PolicyRule policy ? policy.Page : "";
}
