using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel.Evaluation;

/// <summary>Parts of values: fields of maps and items of lists. A part of an optional value is optional.</summary>
internal static class CelAccess
{
    public static CelValue Field(CelValue operand, string name, bool isOptional) => operand switch
    {
        Optional { Value: null } => operand,
        Optional { Value: { } inner } => Field(inner, name, isOptional: true),
        Map map => Present(map.Fields.Find(new Str(name)), isOptional, name),
        { IsKnown: true } => NoOverload,
        _ => operand,
    };

    public static CelValue Item(CelValue operand, CelValue key, bool isOptional)
    {
        if (operand is Failure || key is Failure)
            return operand is Failure ? operand : key;
        if (operand is Unknown || key is Unknown)
            return new Unknown();
        return operand switch
        {
            Optional { Value: null } => operand,
            Optional { Value: { } inner } => Item(inner, key, isOptional: true),
            Map map => Present(map.Fields.Find(key), isOptional, Show(key)),
            Seq list => ItemOf(list, key, isOptional),
            _ => NoOverload,
        };
    }

    private static CelValue ItemOf(Seq list, CelValue key, bool isOptional)
    {
        long? index = key switch
        {
            Int { Value: var whole } => whole,
            Uint { Value: <= long.MaxValue and var whole } => (long)whole,
            Real { Value: var real } when real == Math.Floor(real) && Math.Abs(real) < long.MaxValue => (long)real,
            _ => null,
        };
        if (index is null)
            return key is Int or Uint or Real ? new Failure(FailureKind.OutOfRange, $"unsupported index value: {Show(key)}") : NoOverload;
        if (index >= 0 && index < list.Items.Length)
            return Present(list.Items[(int)index], isOptional, "");
        return isOptional ? new Optional(null) : new Failure(FailureKind.OutOfRange, $"index out of bounds: {index}");
    }

    private static CelValue Present(CelValue? value, bool isOptional, string name) => value switch
    {
        null when isOptional => new Optional(null),
        null => new Failure(FailureKind.NoKey, $"no such key: {name}"),
        { IsKnown: true } when isOptional => new Optional(value),
        _ => value,
    };

    private static string Show(CelValue key) => CelText.Of(key) ?? "";
}
