using System.Collections.Immutable;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel.Functions;

/// <summary>The lists of Kubernetes (k8s.io/apiserver, pkg/cel/library/lists.go) and of cel-go (ext/lists.go).</summary>
internal static class ListFunctions
{
    private const int MaximumRange = 100_000;

    public static CelValue? Call(string name, ImmutableArray<CelValue> arguments, CelBudget budget)
    {
        if (name == "lists.range" && arguments is [Int { Value: var count }])
            return count > MaximumRange ? new Failure(FailureKind.Argument, $"no range of more than {MaximumRange:N0} numbers is made") : !budget.Take(count) ? new Unknown() : new Seq([.. Enumerable.Range(0, (int)Math.Max(0, count)).Select(index => new Int(index))]);
        if (arguments is not [Seq { Items: var items }, ..])
            return null;
        return (name, arguments) switch
        {
            ("isSorted", [_]) => WithOrder(items, () => Of(items.Zip(items.Skip(1)).All(pair => CelEquality.Order(pair.First, pair.Second) <= 0))),
            ("min" or "max", [_]) when items.IsEmpty => new Failure(FailureKind.Argument, $"{name} called on empty list"),
            ("min", [_]) => WithOrder(items, () => Best(items, isLeast: true)),
            ("max", [_]) => WithOrder(items, () => Best(items, isLeast: false)),
            ("sum", [_]) => items.IsEmpty ? new Int(0) : WithOrder(items, () => items.Skip(1).Aggregate(items[0], (sum, item) => sum.IsKnown ? CelOperators.Apply("+", sum, item, budget) : sum)),
            ("sort", [_]) => WithOrder(items, () => new Seq([.. items.Order(Comparer<CelValue>.Create((one, other) => CelEquality.Order(one, other) ?? 0))])),
            ("indexOf", [_, var item]) => Find(items, item, Enumerable.Range(0, items.Length), budget),
            ("lastIndexOf", [_, var item]) => Find(items, item, Enumerable.Range(0, items.Length).Reverse(), budget),
            ("reverse", [_]) => new Seq([.. items.Reverse()]),
            ("first", [_]) => new Optional(items.FirstOrDefault()),
            ("last", [_]) => new Optional(items.LastOrDefault()),
            ("distinct", [_]) => Distinct(items, budget),
            ("flatten", [_]) => Flatten(items, 1, budget),
            ("flatten", [_, Int { Value: >= 0 and var depth }]) => Flatten(items, depth, budget),
            ("slice", [_, Int { Value: var from }, Int { Value: var to }]) =>
                from < 0 || to > items.Length || from > to ? new Failure(FailureKind.OutOfRange, $"cannot slice({from}, {to})") : new Seq(items[(int)from..(int)to]),
            _ => null,
        };
    }

    private static CelValue Best(ImmutableArray<CelValue> items, bool isLeast) =>
        items.Skip(1).Aggregate(items[0], (best, item) => CelEquality.Order(item, best) is { } order && (isLeast ? order < 0 : order > 0) ? item : best);

    private static CelValue WithOrder(ImmutableArray<CelValue> items, Func<CelValue> calculate)
    {
        if (items.Any(item => item is Unknown))
            return new Unknown();
        return items.Any(item => CelEquality.Order(items[0], item) is null || item.GetType() != items[0].GetType()) ? NoOverload : calculate();
    }

    private static CelValue Find(ImmutableArray<CelValue> items, CelValue item, IEnumerable<int> indexes, CelBudget budget)
    {
        foreach (var index in indexes)
        {
            if (CelEquality.Equal(items[index], item, budget) is not { } isEqual)
                return new Unknown();
            if (isEqual)
                return new Int(index);
        }
        return new Int(-1);
    }

    private static CelValue Distinct(ImmutableArray<CelValue> items, CelBudget budget)
    {
        var distinct = ImmutableArray.CreateBuilder<CelValue>();
        foreach (var item in items)
        {
            var isIn = CelOperators.Contains(new Seq(distinct.ToImmutable()), item, budget);
            if (isIn is Unknown || !budget.Take(distinct.Count))
                return new Unknown();
            if (isIn is Bool { Value: false })
                distinct.Add(item);
        }
        return new Seq(distinct.ToImmutable());
    }

    private static CelValue Flatten(ImmutableArray<CelValue> items, long depth, CelBudget budget)
    {
        while (depth-- > 0 && items.Any(item => item is Seq))
        {
            items = [.. items.SelectMany(item => item is Seq list ? list.Items : [item])];
            if (!budget.Take(items.Length))
                return new Unknown();
        }
        return new Seq(items);
    }
}
