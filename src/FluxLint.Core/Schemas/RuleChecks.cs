using FluxLint.Schemas.Cel;
using FluxLint.Schemas.Cel.Evaluation;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>Holds values against the rules of their schemas, as the API server does after everything else is found right.</summary>
internal sealed class RuleChecks(int size, ValuePath path, Action<SchemaProblem> report)
{
    private const long FreeSteps = 10_000;
    private const long StepsForCharacter = 20;

    // Cost follows what is written, whatever the rules ask for.
    private readonly CelBudget budget = new(FreeSteps + (StepsForCharacter * size));

    /// <summary>Whether there were rules that were not evaluated.</summary>
    public bool IsSpent => budget.IsSpent;

    /// <summary>Checks a value.</summary>
    /// <param name="node">The value.</param>
    /// <param name="place">What to point at: the key of the value.</param>
    /// <param name="schema">The schema with the rules.</param>
    public void Check(YamlNode node, YamlNode place, Schema schema)
    {
        if (schema.Rules.IsEmpty)
            return;
        var evaluator = new CelEvaluator(budget);
        var scope = new CelScope("self", SchemaValues.Of(node, schema, path.IsRoot));
        var isBroken = false;
        string? failure = null;
        foreach (var rule in schema.Rules)
        {
            if (rule.Condition is not { } condition)
                continue;
            var value = evaluator.Evaluate(condition, scope);
            if (value is CelValue.Bool { Value: false })
            {
                isBroken = true;
                Report(place, rule.Message(evaluator, scope));
            }
            else if (value is CelValue.Failure { Reason: FailureKind.NoKey or FailureKind.OutOfRange or FailureKind.DivisionByZero } failed)
            {
                failure ??= $"{failed.Message}, in the rule {rule.Text}";
            }
        }
        // What is missing is mostly what another rule asks for.
        if (!isBroken && failure is not null)
            Report(place, failure);
    }

    private void Report(YamlNode place, string message) =>
        report(new(place, path.IsRoot ? message : $"'{path}': {message}"));
}
