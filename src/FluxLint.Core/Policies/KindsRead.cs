using System.Collections.Immutable;
using FluxLint.Schemas.Cel;

namespace FluxLint.Policies;

/// <summary>
/// Which kinds of other objects an expression can tell anything of: where every macro over <c>resources</c> has a condition on the kind that decides
/// alone, objects of other kinds make no difference to it.
/// </summary>
internal static class KindsRead
{
    /// <summary>The kinds; null when it looks at all of them.</summary>
    public static ImmutableArray<string>? Of(CelExpression expression, string variable)
    {
        var kinds = new SortedSet<string>(StringComparer.Ordinal);
        return Collect(expression) ? [.. kinds] : null;

        bool Collect(CelExpression part)
        {
            if (part is CelExpression.Fold { Range: CelExpression.Name { Text: var range }, Second: null } fold && range == variable)
            {
                if (KindOf(fold) is not { } kind)
                    return false;
                kinds.Add(kind);
                return (fold.Filter is null || Collect(fold.Filter)) && Collect(fold.Body);
            }
            return part is CelExpression.Name { Text: var name } ? name != variable : part.Parts.All(Collect);
        }
    }

    private static string? KindOf(CelExpression.Fold fold) => fold.Kind switch
    {
        FoldKind.Exists or FoldKind.ExistsOne or FoldKind.Filter => Demanded(fold.Body, fold.First, "&&", "=="),
        FoldKind.All => Demanded(fold.Body, fold.First, "||", "!="),
        FoldKind.List when fold.Filter is not null => Demanded(fold.Filter, fold.First, "&&", "=="),
        _ => null,
    };

    /// <summary>The kind that a side of a chain of conditions asks for.</summary>
    private static string? Demanded(CelExpression condition, string item, string chain, string comparison) => condition switch
    {
        CelExpression.Binary binary when binary.Operator == chain => Demanded(binary.Left, item, chain, comparison) ?? Demanded(binary.Right, item, chain, comparison),
        CelExpression.Binary binary when binary.Operator == comparison => Kind(binary.Left, binary.Right, item) ?? Kind(binary.Right, binary.Left, item),
        _ => null,
    };

    private static string? Kind(CelExpression field, CelExpression value, string item) =>
        field is CelExpression.Select { Field: "kind", IsOptional: false, Operand: CelExpression.Name { Text: var name } } && name == item && value is CelExpression.Literal { Value: CelValue.Str { Value: var kind } }
            ? kind
            : null;
}
