using System.Numerics;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel;

/// <summary>Operators that need both of their sides.</summary>
internal static class CelOperators
{
    public static CelValue Apply(string symbol, CelValue left, CelValue right, CelBudget budget) => symbol switch
    {
        "==" => Of(CelEquality.Equal(left, right, budget)),
        "!=" => Of(!CelEquality.Equal(left, right, budget)),
        "<" or "<=" or ">" or ">=" => Compare(symbol, left, right),
        "in" => Contains(right, left, budget),
        "+" => Add(left, right, budget),
        _ => Calculate(symbol, left, right),
    };

    public static CelValue Negate(CelValue value) => value switch
    {
        Int { Value: long.MinValue } => Overflow,
        Int { Value: var whole } => new Int(-whole),
        Real { Value: var real } => new Real(-real),
        { IsKnown: false } => value,
        _ => NoOverload,
    };

    /// <summary>Whether a list has an item, or a map a key.</summary>
    public static CelValue Contains(CelValue whole, CelValue part, CelBudget budget)
    {
        if (whole is Map map)
            return map.Fields.Find(part) is var value && value is Unknown ? value : Of(value is not null);
        if (whole is not Seq list)
            return NoOverload;
        var isKnown = true;
        foreach (var item in list.Items)
        {
            if (CelEquality.Equal(item, part, budget) is not { } isEqual)
                isKnown = false;
            else if (isEqual)
                return True;
        }
        return isKnown ? False : new Unknown();
    }

    private static CelValue Compare(string symbol, CelValue left, CelValue right)
    {
        if (left is Quantity or Release)
            return NoOverload;
        if (CelEquality.Order(left, right) is not { } order)
            return left is Int or Uint or Real && right is Int or Uint or Real ? False : NoOverload;
        return Of(symbol switch
        {
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            _ => order >= 0,
        });
    }

    private static CelValue Add(CelValue left, CelValue right, CelBudget budget)
    {
        switch (left, right)
        {
            case (Str a, Str b):
                return budget.Take(a.Value.Length + b.Value.Length) ? new Str(a.Value + b.Value) : new Unknown();
            case (Bytes a, Bytes b):
                return budget.Take(a.Value.Length + b.Value.Length) ? new Bytes(a.Value.AddRange(b.Value)) : new Unknown();
            // What becomes of two sets depends on their keys.
            case (Seq { IsSet: true }, Seq) or (Seq, Seq { IsSet: true }):
                return new Unknown();
            case (Seq a, Seq b):
                return budget.Take(a.Items.Length + b.Items.Length) ? new Seq(a.Items.AddRange(b.Items)) : new Unknown();
            default:
                return Calculate("+", left, right);
        }
    }

    private static CelValue Calculate(string symbol, CelValue left, CelValue right) => (left, right) switch
    {
        (Int or Uint, Int or Uint) when symbol is "/" or "%" && right is Int { Value: 0 } or Uint { Value: 0 } && left.GetType() == right.GetType() =>
            new Failure(FailureKind.DivisionByZero, symbol == "/" ? "division by zero" : "modulus by zero"),
        (Int a, Int b) => Whole(symbol, a.Value, b.Value),
        (Uint a, Uint b) => Whole(symbol, (BigInteger)a.Value, b.Value) is var value && value >= 0 && value <= ulong.MaxValue ? new Uint((ulong)value) : Overflow,
        (Real a, Real b) when symbol != "%" => new Real(symbol switch
        {
            "+" => a.Value + b.Value,
            "-" => a.Value - b.Value,
            "*" => a.Value * b.Value,
            _ => a.Value / b.Value,
        }),
        (Moment a, Moment b) when symbol == "-" => CelTime.Period(a.Nanoseconds - b.Nanoseconds),
        (Moment a, Period b) when symbol is "+" or "-" => CelTime.Moment(symbol == "+" ? a.Nanoseconds + b.Nanoseconds : a.Nanoseconds - b.Nanoseconds),
        (Period a, Moment b) when symbol == "+" => CelTime.Moment(a.Nanoseconds + b.Nanoseconds),
        (Period a, Period b) when symbol is "+" or "-" => CelTime.Period(symbol == "+" ? (Int128)a.Nanoseconds + b.Nanoseconds : (Int128)a.Nanoseconds - b.Nanoseconds),
        _ => NoOverload,
    };

    private static CelValue Whole(string symbol, long left, long right) =>
        Whole(symbol, (BigInteger)left, right) is var value && value >= long.MinValue && value <= long.MaxValue ? new Int((long)value) : Overflow;

    private static BigInteger Whole(string symbol, BigInteger left, BigInteger right) => symbol switch
    {
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "/" => BigInteger.Divide(left, right),
        _ => BigInteger.Remainder(left, right),
    };
}
