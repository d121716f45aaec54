using System.Collections.Immutable;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel.Evaluation;

/// <summary>Evaluates a macro over a list or map.</summary>
internal sealed class CelFold(CelEvaluator evaluator, CelBudget budget, CelExpression.Fold fold, CelScope? outer)
{
    public CelValue Evaluate()
    {
        var range = evaluator.Evaluate(fold.Range, outer);
        if (!range.IsKnown)
            return range;
        var scopes = Scopes(range);
        return (fold.Kind, range) switch
        {
            (_, not (Seq or Map)) => NoOverload,
            (FoldKind.All, _) => Decide(scopes, decides: false),
            (FoldKind.Exists, _) => Decide(scopes, decides: true),
            (FoldKind.ExistsOne, _) => ExistsOne(scopes),
            (FoldKind.Filter or FoldKind.List, _) => Collect(scopes),
            (FoldKind.Map or FoldKind.MapEntries, _) => Entries(scopes),
            (_, Seq list) => Sort(list, Collect(scopes)),
            _ => NoOverload,
        };
    }

    /// <summary>The variables of each round.</summary>
    private IEnumerable<CelScope> Scopes(CelValue range)
    {
        if (range is Map { Fields: var fields })
            return fields.Keys.Select(key => fold.Second is null ? new CelScope(fold.First, key, outer) : new(fold.Second, fields.Find(key) ?? new Unknown(), new(fold.First, key, outer)));
        if (range is not Seq list)
            return [];
        return list.Items.Select((item, index) => fold.Second is null ? new CelScope(fold.First, item, outer) : new(fold.Second, item, new(fold.First, new Int(index), outer)));
    }

    private CelValue Test(CelExpression condition, CelScope scope)
    {
        var value = evaluator.Evaluate(condition, scope);
        return value is Bool or Failure or Unknown ? value : NoOverload;
    }

    private CelValue Decide(IEnumerable<CelScope> scopes, bool decides)
    {
        CelValue result = Of(!decides);
        foreach (var scope in scopes)
        {
            result = CelLogic.Decide(decides, result, () => Test(fold.Body, scope));
            if (result is Bool { Value: var value } && value == decides || budget.IsSpent)
                return budget.IsSpent ? new Unknown() : result;
        }
        return result;
    }

    private CelValue ExistsOne(IEnumerable<CelScope> scopes)
    {
        var count = 0;
        CelValue? unclear = null;
        foreach (var scope in scopes)
        {
            var value = Test(fold.Body, scope);
            if (value is Failure)
                return value;
            if (value is not Bool { Value: var isMet })
                unclear = value;
            else if (isMet)
                count++;
        }
        return unclear ?? Of(count == 1);
    }

    private CelValue Collect(IEnumerable<CelScope> scopes)
    {
        var items = ImmutableArray.CreateBuilder<CelValue>();
        foreach (var scope in scopes)
        {
            var filter = fold.Kind == FoldKind.Filter ? Test(fold.Body, scope) : fold.Filter is null ? True : Test(fold.Filter, scope);
            if (filter is not Bool { Value: var isIn })
                return filter;
            if (!isIn)
                continue;
            var body = fold.Kind == FoldKind.Filter ? scope.Value : evaluator.Evaluate(fold.Body, scope);
            if (body is Failure || budget.IsSpent)
                return budget.IsSpent ? new Unknown() : body;
            items.Add(body);
            budget.Make(1);
        }
        return new Seq(items.ToImmutable());
    }

    private CelValue Entries(IEnumerable<CelScope> scopes)
    {
        var entries = new CelEntries();
        foreach (var scope in scopes)
        {
            var filter = fold.Filter is null ? True : Test(fold.Filter, scope);
            if (filter is not Bool { Value: var isIn })
                return filter;
            if (!isIn)
                continue;
            var body = evaluator.Evaluate(fold.Body, scope);
            if (!body.IsKnown || budget.IsSpent)
                return budget.IsSpent ? new Unknown() : body;
            var added = fold.Kind == FoldKind.Map ? new Map(Entry(scope.Outer?.Value ?? new Unknown(), body)) : body as Map;
            if (added is null)
                return NoOverload;
            foreach (var key in added.Fields.Keys)
            {
                budget.Make(1);
                if (entries.Add(key, added.Fields.Find(key) ?? new Unknown()) is { } failure)
                    return failure;
            }
        }
        return new Map(entries);
    }

    private static CelEntries Entry(CelValue key, CelValue value)
    {
        var entry = new CelEntries();
        entry.Add(key, value);
        return entry;
    }

    private static CelValue Sort(Seq list, CelValue keys)
    {
        if (keys is not Seq { Items: var by })
            return keys;
        if (by.Any(key => key is Unknown))
            return new Unknown();
        if (by.Any(key => CelEquality.Order(by[0], key) is null))
            return NoOverload;
        return new Seq([.. Enumerable.Range(0, by.Length).Order(Comparer<int>.Create((one, other) => CelEquality.Order(by[one], by[other]) ?? 0)).Select(index => list.Items[index])]);
    }
}
