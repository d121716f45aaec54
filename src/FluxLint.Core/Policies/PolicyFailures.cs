using FluxLint.Diagnostics;
using FluxLint.Kustomize;
using FluxLint.Schemas.Cel;
using FluxLint.Schemas.Cel.Evaluation;

namespace FluxLint.Policies;

/// <summary>The objects that a policy fails on: they are one mistake of the policy, however many they are.</summary>
internal sealed class PolicyFailures(Policy policy, CelEvaluator evaluator)
{
    private readonly HashSet<Resource> failed = new(ReferenceEqualityComparer.Instance);
    private string first = "";
    private Location place = policy.Id.Location;

    /// <summary>What there is to say.</summary>
    public RelatedLocation Summary =>
        new(place, failed.Count == 1 ? first : $"{first}; so it is with {failed.Count - 1} more");

    /// <summary>Takes note of an object.</summary>
    public void Add(PolicyExpression expression, CelValue value, Resource resource, CelScope scope)
    {
        if (!failed.Add(resource) || failed.Count > 1)
            return;
        var found = new CelWay(evaluator).FindFailure(expression.Expression, scope);
        place = expression.At(found?.Part.Span ?? expression.Expression.Span);
        var problem = found is { } failure ? new CelCheck().Describe(failure.Part, failure.Failure, scope) : $"a condition is true or false, and this is {CelTypes.Of(value).Name}";
        var hint = found?.Failure.Reason == FailureKind.NoKey ? "; has(...) asks whether it is there" : "";
        first = $"the policy cannot be evaluated for {resource.Id.Display}: {problem}{hint}";
    }
}
