using System.Collections.Immutable;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel.Functions;

/// <summary>Lists as sets (cel-go, ext/sets.go).</summary>
internal static class SetFunctions
{
    public static CelValue? Call(string name, ImmutableArray<CelValue> arguments, CelBudget budget) => (name, arguments) switch
    {
        ("sets.contains", [Seq whole, Seq part]) => HasAll(whole, part, budget),
        ("sets.equivalent", [Seq one, Seq other]) => CelLogic.Decide(false, HasAll(one, other, budget), () => HasAll(other, one, budget)),
        ("sets.intersects", [Seq one, Seq other]) => one.Items.Aggregate((CelValue)False, (any, item) => CelLogic.Decide(true, any, () => CelOperators.Contains(other, item, budget))),
        _ => null,
    };

    private static CelValue HasAll(Seq whole, Seq part, CelBudget budget) =>
        part.Items.Aggregate((CelValue)True, (all, item) => CelLogic.Decide(false, all, () => CelOperators.Contains(whole, item, budget)));
}
