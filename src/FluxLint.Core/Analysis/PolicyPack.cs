using System.Collections.Immutable;
using FluxLint.Policies;
using FluxLint.Schemas.Cel;

namespace FluxLint.Analysis;

/// <summary>The policies of a repository, as rules.</summary>
internal sealed class PolicyPack : RulePack
{
    // A step takes some 100 ns. Half of them are shared out, so that what is cheap is the same in every run; the others go to those that ask for more.
    private const long StepsOfPolicy = 15_000_000;
    private const long SharedOut = 50_000_000;
    private const long LeftOver = 50_000_000;

    /// <param name="policies">The policies, each id once.</param>
    public PolicyPack(ImmutableArray<Policy> policies)
    {
        var steps = Math.Min(StepsOfPolicy, SharedOut / Math.Max(1, policies.Length));
        var pool = new StepPool(LeftOver);
        Rules = [.. policies.OrderBy(policy => policy.Id.Value, StringComparer.Ordinal).Select(policy => new PolicyRule(policy, () => new(steps, pool, StepsOfPolicy - steps)))];
    }

    public override string Name => "fluxlint.yaml";

    public override ImmutableArray<Rule> Rules { get; }

    public override string Page(Rule rule) => rule is PolicyRule policy ? policy.Page : "";
}
