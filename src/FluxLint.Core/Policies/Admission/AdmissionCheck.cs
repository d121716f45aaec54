using FluxLint.Diagnostics;
using FluxLint.Kustomize;
using FluxLint.Schemas.Cel;
using FluxLint.Schemas.Cel.Evaluation;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Policies.Admission;

/// <summary>Evaluates a policy for an object. What a request tells, who sends it, and what was there before is not known.</summary>
internal sealed class AdmissionCheck
{
    private readonly AdmissionBinding binding;
    private readonly ObjectValues values;
    private readonly CelEvaluator evaluator;
    private readonly CelScope scope;
    private readonly bool hasSecrets;
    private readonly Dictionary<string, CelExpression> definitions = new(StringComparer.Ordinal);

    /// <param name="binding">The policy at work.</param>
    /// <param name="budget">What it may cost.</param>
    /// <param name="values">The object.</param>
    /// <param name="home">Its namespace; null when it is in none, or the cluster does not declare it.</param>
    /// <param name="parameters">The parameters; null when there are none, or the cluster does not tell which.</param>
    public AdmissionCheck(AdmissionBinding binding, CelBudget budget, ObjectValues values, ObjectValues? home, ObjectValues? parameters)
    {
        this.binding = binding;
        this.values = values;
        evaluator = new(budget);
        hasSecrets = values.Resource.HasSecrets || home?.Resource.HasSecrets == true || parameters?.Resource.HasSecrets == true;
        CelValue none = values.Resource.Id.IsClusterScoped ? new Null() : new Unknown();
        scope = new("object", values.Value, new("params", parameters?.Value ?? (binding.HasParameters ? new Unknown() : new Null()), new("namespaceObject", home?.Value ?? none, new("oldObject", new Unknown(), new("request", new Unknown(), new("authorizer", new Unknown()))))));
        var variables = new CelEntries();
        // Each may use those before it, and the map grows while it is in scope.
        scope = new("variables", new CelValue.Map(variables), scope);
        foreach (var variable in binding.Policy.Variables)
        {
            variables.Add(new Str(variable.Name), variable.Expression is null ? new Unknown() : evaluator.Evaluate(variable.Expression, scope));
            if (variable.Expression is not null)
                definitions.TryAdd(variable.Name, variable.Expression);
        }
    }

    /// <summary>What is refused, and where.</summary>
    public IEnumerable<(Place Place, string Message, Location Validation)> Find()
    {
        if (binding.Policy.Conditions.Any(condition => condition is null || evaluator.Evaluate(condition, scope) is not Bool { Value: true }))
            yield break;
        var deciding = new DecidingValues(evaluator, values, definitions);
        foreach (var validation in binding.Policy.Validations)
        {
            var value = evaluator.Evaluate(validation.Expression, scope);
            if (value is Bool { Value: false })
            {
                foreach (var field in deciding.Find(validation.Expression, scope, outcome: false).Distinct().DefaultIfEmpty(new(values.Resource.Root, null)))
                    yield return (field.In(values.Resource), Message(validation), validation.Node.Location);
            }
            else if (value is Failure { Reason: FailureKind.NoKey or FailureKind.OutOfRange } failure && binding.Policy.FailsClosed)
            {
                yield return (values.Resource.Place, hasSecrets ? "its expression fails" : $"its expression fails with '{failure.Message}'", validation.Node.Location);
            }
        }
    }

    private string Message(AdmissionPolicy.Validation validation)
    {
        if (!hasSecrets && validation.MessageExpression is { } expression && evaluator.Evaluate(expression, scope) is Str { Value: var text } && text.Trim() is { Length: > 0 } shown && !shown.Contains('\n'))
            return shown;
        return validation.Message is { Length: > 0 } written ? written : $"failed expression: {validation.Node.Value.ReplaceLineEndings(" ").Trim()}";
    }
}
