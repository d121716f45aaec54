using FluxLint.Diagnostics;
using FluxLint.Policies;
using FluxLint.Schemas.Cel;

namespace FluxLint.Analysis;

/// <summary>A policy as a rule. It looks at the whole fleet at once, because whether objects are alike to it depends on the clusters that they are in.</summary>
/// <param name="policy">The policy.</param>
/// <param name="budget">Makes what its expressions may cost in a run.</param>
internal sealed class PolicyRule(Policy policy, Func<CelBudget> budget) : Rule
{
    private readonly DiagnosticDescriptor descriptor = policy.Descriptor;
    private readonly Policy policy = policy;

    /// <summary>Its page.</summary>
    public string Page => PolicyPage.Of(policy);

    internal override string GivenName => policy.Name;

    public override DiagnosticDescriptor Describe() => descriptor;

    public override void Register(RuleRegistry registry) => registry.OnRepository(Check);

    /// <inheritdoc/>
    /// <remarks>What was found before an edit is known by the rules that found it.</remarks>
    public override bool Equals(object? other) => other is PolicyRule same && ReferenceEquals(policy, same.policy);

    /// <inheritdoc/>
    public override int GetHashCode() => descriptor.Id.GetHashCode(StringComparison.Ordinal);

    private void Check(RepositoryContext context)
    {
        var result = new PolicyRun(policy, budget()).Check(context.Fleet.Resources);
        foreach (var finding in result.Findings)
            context.Report(descriptor, finding.Place, finding.Message).WithClusters(finding.Clusters);
        if (result.Failure is { } failure)
            context.Report(descriptor, failure.Location, failure.Message).WithSeverity(policy.Severity == Severity.Error ? Severity.Error : Severity.Warning);
    }
}
