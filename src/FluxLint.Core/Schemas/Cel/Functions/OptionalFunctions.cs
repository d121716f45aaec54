using System.Collections.Immutable;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel.Functions;

/// <summary>Values that may not be there (cel-go, cel/library.go).</summary>
internal static class OptionalFunctions
{
    public static CelValue? Call(string name, ImmutableArray<CelValue> arguments) => (name, arguments) switch
    {
        ("optional.none", []) => new Optional(null),
        ("optional.of", [var value]) => new Optional(value),
        ("optional.ofNonZeroValue", [var value]) => new Optional(IsZero(value) ? null : value),
        ("hasValue", [Optional { Value: var value }]) => Of(value is not null),
        ("value", [Optional { Value: var value }]) => value ?? new Failure(FailureKind.Argument, "optional.none() dereference"),
        ("or", [Optional { Value: var value } first, Optional second]) => value is null ? second : first,
        ("orValue", [Optional { Value: var value }, var fallback]) => value ?? fallback,
        ("unwrapOpt" or "optional.unwrap", [Seq { Items: var items }]) => new Seq([.. items.OfType<Optional>().Select(item => item.Value).OfType<CelValue>()]),
        _ => null,
    };

    private static bool IsZero(CelValue value) => value switch
    {
        Null => true,
        Bool { Value: var flag } => !flag,
        Int { Value: var whole } => whole == 0,
        Uint { Value: var whole } => whole == 0,
        Real { Value: var real } => real == 0,
        Str { Value: var text } => text.Length == 0,
        Bytes { Value: var bytes } => bytes.IsEmpty,
        Seq { Items: var items } => items.IsEmpty,
        Map { Fields: var fields } => fields.Count == 0,
        Period { Nanoseconds: var length } => length == 0,
        _ => false,
    };
}
