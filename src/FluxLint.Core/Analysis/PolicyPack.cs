using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Policies;

namespace FluxLint.Analysis;

/// <summary>The policies of a repository, as rules.</summary>
internal sealed class PolicyPack : RulePack
{
    // A step takes some 100 ns. Each policy has a share of its own, so that the result is the same whichever of them run at the same time.
    private const long StepsOfPolicy = 15_000_000;
    private const long StepsOfAll = 150_000_000;

    /// <param name="policies">The policies, each id once.</param>
    public PolicyPack(ImmutableArray<Policy> policies)
    {
        var steps = Math.Min(StepsOfPolicy, StepsOfAll / Math.Max(1, policies.Length));
        Rules = [.. policies.OrderBy(policy => policy.Id.Value, StringComparer.Ordinal).Select(policy => new PolicyRule(policy, () => new(steps)))];
    }

    public override string Name => "fluxlint.yaml";

    // What a repository brings is no part of the tool.
    internal override PackIdentity? Identity => new(Name, "");

    public override ImmutableArray<Rule> Rules { get; }

    public override string Page(Rule rule) => rule is PolicyRule policy ? policy.Page : "";
}
