using FluxLint.Diagnostics;
using FluxLint.Kustomize;
using FluxLint.Schemas.Cel;
using FluxLint.Schemas.Cel.Evaluation;

namespace FluxLint.Policies;

/// <summary>The objects that a policy fails on: they are one mistake of the policy, however many they are. Where there are Secrets among the variables no value is shown.</summary>
internal sealed class PolicyFailures(Policy policy, CelEvaluator evaluator)
{
    private readonly HashSet<Resource> failed = new(ReferenceEqualityComparer.Instance);
    private string first = "";
    private Location place = policy.Id.Location;

    /// <summary>What there is to say; null for nothing.</summary>
    public RelatedLocation? Summary =>
        failed.Count == 0 ? null : new(place, failed.Count == 1 ? first : $"{first}; so it is with {failed.Count - 1} more");

    /// <summary>Takes note of an object that the condition fails on.</summary>
    public void Add(PolicyExpression expression, CelValue value, Resource resource, CelScope scope, bool hasSecrets) =>
        Add("the policy", expression, value, resource, scope, hasSecrets);

    /// <summary>Takes note of an object that the message fails on.</summary>
    public void AddMessage(PolicyExpression expression, CelValue value, Resource resource, CelScope scope, bool hasSecrets) =>
        Add("its message", expression, value, resource, scope, hasSecrets);

    private void Add(string subject, PolicyExpression expression, CelValue value, Resource resource, CelScope scope, bool hasSecrets)
    {
        if (policy.IgnoresFailures || !failed.Add(resource) || failed.Count > 1)
            return;
        var found = new CelWay(evaluator).FindFailure(expression.Expression, scope);
        place = expression.At(found?.Part.Span ?? expression.Expression.Span);
        var problem = found is not var (part, failure) ? $"a condition is true or false, and this is {CelTypes.Of(value).Name}"
            : hasSecrets ? DescribeWithoutValues(part, failure, scope)
            : new CelCheck().Describe(part, failure, scope);
        var hint = found?.Failure.Reason == FailureKind.NoKey ? "; has(...) asks whether it is there" : "";
        first = $"{subject} cannot be evaluated for {resource.Id.Display}: {problem}{hint}";
    }

    private static string DescribeWithoutValues(CelExpression part, CelValue.Failure failure, CelScope scope) => (failure.Reason, part) switch
    {
        (FailureKind.NoKey, CelExpression.Select select) => $"no such key: {select.Field}",
        (FailureKind.NoKey, _) => "there is no such key",
        (FailureKind.OutOfRange, _) => "an index is out of bounds",
        (FailureKind.Conversion, _) => "a value cannot be converted",
        (FailureKind.Argument, _) => "an argument is not allowed",
        _ => new CelCheck().Describe(part, failure, scope),
    };
}
