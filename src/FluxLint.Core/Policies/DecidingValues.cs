using FluxLint.Schemas.Cel;
using FluxLint.Schemas.Cel.Evaluation;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Policies;

/// <summary>
/// Finds the fields of an object that made a condition what it is: those of the comparison that failed, of each item that has not what all should
/// have, or what is nearest to a field that is missing.
/// </summary>
/// <param name="evaluator">Evaluates again.</param>
/// <param name="values">The object.</param>
/// <param name="definitions">What the fields of the variable <c>variables</c> are; null when there is no such variable.</param>
internal sealed class DecidingValues(CelEvaluator evaluator, ObjectValues values, IReadOnlyDictionary<string, CelExpression>? definitions = null)
{
    private const int MostFields = 100;

    private readonly CelWay way = new(evaluator);

    /// <summary>The fields, each once; none where the object as a whole decides.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="scope">Its variables.</param>
    /// <param name="outcome">What it is.</param>
    public IEnumerable<FieldNode> Find(CelExpression condition, CelScope? scope, bool outcome) => condition switch
    {
        CelExpression.Unary { Operator: "!" } not => Find(not.Operand, scope, !outcome),
        CelExpression.Binary { Operator: "&&" or "||" } both => FindInSides(both, scope, outcome),
        CelExpression.Conditional choice => FindInChoice(choice, scope, outcome),
        CelExpression.Fold { Kind: FoldKind.All or FoldKind.Exists } fold when fold.Kind == FoldKind.All != outcome => FindInItems(fold, scope, outcome),
        CelExpression.Bind bind => Find(bind.Body, new(bind.Variable, evaluator.Evaluate(bind.Value, scope), scope), outcome),
        CelExpression.Select select when Definition(select) is { } definition => Find(definition, scope, outcome),
        CelExpression.Has has => Origin(new CelExpression.Select(has.Operand, has.Field), scope) is { } origin ? [origin] : [],
        _ => Origin(condition, scope) is { } origin ? [origin] : [],
    };

    /// <summary>Each side that decides alone; where both had to, the last one that is about objects: what stands before it mostly says whom it is about.</summary>
    private IEnumerable<FieldNode> FindInSides(CelExpression.Binary both, CelScope? scope, bool outcome)
    {
        if (both.Operator == "&&" != outcome)
            return new[] { both.Left, both.Right }.Where(side => evaluator.Evaluate(side, scope) is Bool { Value: var value } && value == outcome).SelectMany(side => Find(side, scope, outcome));
        var found = Find(both.Right, scope, outcome).ToList();
        return found.Count > 0 || both.Right.Mentions("resources") ? found : Find(both.Left, scope, outcome);
    }

    private IEnumerable<FieldNode> FindInChoice(CelExpression.Conditional choice, CelScope? scope, bool outcome)
    {
        if (evaluator.Evaluate(choice.Condition, scope) is not Bool { Value: var isMet })
            return [];
        var found = Find(isMet ? choice.Then : choice.Else, scope, outcome).ToList();
        return found.Count > 0 ? found : Find(choice.Condition, scope, isMet);
    }

    private IEnumerable<FieldNode> FindInItems(CelExpression.Fold fold, CelScope? scope, bool outcome)
    {
        var rounds = way.Rounds(fold, scope).Where(round => evaluator.Evaluate(fold.Body, round) is Bool { Value: var value } && value == outcome);
        var found = rounds.SelectMany(round => Find(fold.Body, round, outcome)).Take(MostFields).ToList();
        return found.Count == 0 && Origin(fold.Range, scope) is { } range ? [range] : found;
    }

    /// <summary>The field that a value comes from: the first that it is made of.</summary>
    private FieldNode? Origin(CelExpression expression, CelScope? scope)
    {
        var value = evaluator.Evaluate(expression, scope);
        if (Find(value) is { } known)
            return known;
        if (Definition(expression) is { } definition)
            return Origin(definition, scope);
        if (expression is CelExpression.Fold fold)
            return Chosen(fold, value, scope) ?? Origin(fold.Range, scope);
        var found = way.Parts(expression, scope).Select(part => Origin(part.Part, part.Scope)).OfType<FieldNode>().ToList();
        // The object itself is read for every field of it.
        return found.Find(node => !ReferenceEquals(node.Node, values.Resource.Root)) ?? found.FirstOrDefault();
    }

    private CelExpression? Definition(CelExpression expression) =>
        expression is CelExpression.Select { Operand: CelExpression.Name { Text: "variables" }, Field: var name } ? definitions?.GetValueOrDefault(name) : null;

    /// <summary>What is read of the first item that a macro picked.</summary>
    private FieldNode? Chosen(CelExpression.Fold fold, CelValue value, CelScope? scope)
    {
        if (fold.Kind != FoldKind.Filter || value is not Seq { Items: [var first, ..] })
            return null;
        var round = way.Rounds(fold, scope).FirstOrDefault(round => ReferenceEquals(CelScope.Find(round, fold.First), first));
        return (round is null ? null : Find(fold.Body, round, outcome: true).FirstOrDefault()) ?? Find(first);
    }

    private FieldNode? Find(CelValue value) => values.Find(value) ?? (value is Optional { Value: { } inner } ? values.Find(inner) : null);
}
