using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel.Evaluation;

/// <summary>Follows an evaluation again, to tell what decided it. It is only asked about what has gone wrong, so that it may take its time.</summary>
internal sealed class CelWay(CelEvaluator evaluator)
{
    private const int MostItems = 10_000;

    /// <summary>The innermost part that fails, in an expression that does.</summary>
    public (CelExpression Part, Failure Failure)? FindFailure(CelExpression expression, CelScope? scope)
    {
        if (evaluator.Evaluate(expression, scope) is not Failure failure)
            return null;
        foreach (var (part, inner) in Parts(expression, scope))
        {
            if (FindFailure(part, inner) is { } found)
                return found;
        }
        return (expression, failure);
    }

    /// <summary>The parts that an evaluation looks at, each with its variables: of a macro its body once for every item.</summary>
    public IEnumerable<(CelExpression Part, CelScope? Scope)> Parts(CelExpression expression, CelScope? scope) => expression switch
    {
        CelExpression.Fold fold => Rounds(fold, scope)
            .SelectMany(round => fold.Filter is null ? [(fold.Body, round)] : new (CelExpression, CelScope?)[] { (fold.Filter, round), (fold.Body, round) })
            .Prepend((fold.Range, scope)),
        CelExpression.Bind bind => [(bind.Value, scope), (bind.Body, new CelScope(bind.Variable, evaluator.Evaluate(bind.Value, scope), scope))],
        CelExpression.MapOptional map => evaluator.Evaluate(map.Operand, scope) is Optional { Value: { } present }
            ? [(map.Operand, scope), (map.Body, new CelScope(map.Variable, present, scope))]
            : [(map.Operand, scope)],
        CelExpression.Conditional choice => evaluator.Evaluate(choice.Condition, scope) is Bool { Value: var isMet }
            ? [(choice.Condition, scope), (isMet ? choice.Then : choice.Else, scope)]
            : [(choice.Condition, scope)],
        CelExpression.Call { Target: CelExpression.Name { Text: var space } } call when CelScope.Find(scope, space) is null => call.Arguments.Select(part => (part, scope)),
        _ => expression.Parts.Select(part => (part, scope)),
    };

    /// <summary>The variables of each round of a macro.</summary>
    public IEnumerable<CelScope?> Rounds(CelExpression.Fold fold, CelScope? outer) => evaluator.Evaluate(fold.Range, outer) switch
    {
        Seq list => list.Items.Take(MostItems).Select((item, index) => Round(fold, new Int(index), item, item, outer)),
        CelValue.Map { Fields: var fields } => fields.Keys.Take(MostItems).Select(key => Round(fold, key, fields.Find(key) ?? new Unknown(), key, outer)),
        _ => [],
    };

    private static CelScope Round(CelExpression.Fold fold, CelValue key, CelValue value, CelValue only, CelScope? outer) =>
        fold.Second is null ? new(fold.First, only, outer) : new(fold.Second, value, new(fold.First, key, outer));
}
