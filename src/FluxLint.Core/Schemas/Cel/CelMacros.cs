using System.Collections.Immutable;

namespace FluxLint.Schemas.Cel;

/// <summary>
/// Tells macros from functions: those of the language, and of cel-go's extensions for bindings, optional values, comprehensions of two variables and lists.
/// </summary>
internal static class CelMacros
{
    /// <summary>What a call means.</summary>
    /// <exception cref="CelSyntaxException">It is a macro with arguments that it cannot have.</exception>
    public static CelExpression Expand(CelExpression? target, CelToken name, ImmutableArray<CelExpression> arguments) => Read(target, name, arguments) with { Span = name.Span };

    private static CelExpression Read(CelExpression? target, CelToken name, ImmutableArray<CelExpression> arguments) => (target, name.Text, arguments) switch
    {
        (null, "has", [CelExpression.Select { IsOptional: false } select]) => new CelExpression.Has(select.Operand, select.Field),
        (null, "has", [_]) => throw new CelSyntaxException("has() takes a field, such as has(a.b)", name.Span),
        (CelExpression.Name { Text: "cel" }, "bind", [var variable, var value, var body]) => new CelExpression.Bind(Variable(variable, name), value, body),
        ({ } range, "all", [var item, var body]) => Fold(FoldKind.All, range, item, null, null, body, name),
        ({ } range, "exists", [var item, var body]) => Fold(FoldKind.Exists, range, item, null, null, body, name),
        ({ } range, "exists_one" or "existsOne", [var item, var body]) => Fold(FoldKind.ExistsOne, range, item, null, null, body, name),
        ({ } range, "filter", [var item, var body]) => Fold(FoldKind.Filter, range, item, null, null, body, name),
        ({ } range, "map", [var item, var body]) => Fold(FoldKind.List, range, item, null, null, body, name),
        ({ } range, "map", [var item, var filter, var body]) => Fold(FoldKind.List, range, item, null, filter, body, name),
        ({ } range, "sortBy", [var item, var body]) => Fold(FoldKind.Sort, range, item, null, null, body, name),
        ({ } range, "all", [var key, var value, var body]) => Fold(FoldKind.All, range, key, value, null, body, name),
        ({ } range, "exists", [var key, var value, var body]) => Fold(FoldKind.Exists, range, key, value, null, body, name),
        ({ } range, "exists_one" or "existsOne", [var key, var value, var body]) => Fold(FoldKind.ExistsOne, range, key, value, null, body, name),
        ({ } range, "transformList", [var key, var value, var body]) => Fold(FoldKind.List, range, key, value, null, body, name),
        ({ } range, "transformList", [var key, var value, var filter, var body]) => Fold(FoldKind.List, range, key, value, filter, body, name),
        ({ } range, "transformMap", [var key, var value, var body]) => Fold(FoldKind.Map, range, key, value, null, body, name),
        ({ } range, "transformMap", [var key, var value, var filter, var body]) => Fold(FoldKind.Map, range, key, value, filter, body, name),
        ({ } range, "transformMapEntry", [var key, var value, var body]) => Fold(FoldKind.MapEntries, range, key, value, null, body, name),
        ({ } range, "transformMapEntry", [var key, var value, var filter, var body]) => Fold(FoldKind.MapEntries, range, key, value, filter, body, name),
        ({ } operand, "optMap", [var item, var body]) => new CelExpression.MapOptional(operand, Variable(item, name), body, IsFlat: false),
        ({ } operand, "optFlatMap", [var item, var body]) => new CelExpression.MapOptional(operand, Variable(item, name), body, IsFlat: true),
        _ => new CelExpression.Call(target, name.Text, arguments),
    };

    private static CelExpression.Fold Fold(FoldKind kind, CelExpression range, CelExpression first, CelExpression? second, CelExpression? filter, CelExpression body, CelToken name) =>
        new(kind, range, Variable(first, name), second is null ? null : Variable(second, name), filter, body);

    private static string Variable(CelExpression expression, CelToken macro) =>
        expression is CelExpression.Name { Text: var text } && !text.StartsWith('.') ? text : throw new CelSyntaxException($"{macro.Text}() takes the name of a variable first", macro.Span);
}
