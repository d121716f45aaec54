using System.Collections.Immutable;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel.Functions;

/// <summary>The extension of cel-go for numbers (cel-go, ext/math.go).</summary>
internal static class MathFunctions
{
    public static CelValue? Call(string name, ImmutableArray<CelValue> arguments) => (name, arguments) switch
    {
        ("math.greatest" or "math.least", [Seq { Items: { IsEmpty: false } items }]) => Extreme(items, name == "math.greatest"),
        ("math.greatest" or "math.least", [_, ..]) => Extreme(arguments, name == "math.greatest"),
        ("math.ceil", [Real { Value: var real }]) => new Real(Math.Ceiling(real)),
        ("math.floor", [Real { Value: var real }]) => new Real(Math.Floor(real)),
        ("math.round", [Real { Value: var real }]) => new Real(Math.Round(real, MidpointRounding.AwayFromZero)),
        ("math.trunc", [Real { Value: var real }]) => new Real(Math.Truncate(real)),
        ("math.sqrt", [Int or Uint or Real]) => new Real(Math.Sqrt(((Real?)Conversions.Call("double", arguments))?.Value ?? double.NaN)),
        ("math.abs", [Real { Value: var real }]) => new Real(Math.Abs(real)),
        ("math.abs", [Int { Value: var whole }]) => whole == long.MinValue ? Overflow : new Int(Math.Abs(whole)),
        ("math.abs", [Uint value]) => value,
        ("math.sign", [Real { Value: var real }]) => new Real(double.IsNaN(real) ? real : Math.Sign(real)),
        ("math.sign", [Int { Value: var whole }]) => new Int(Math.Sign(whole)),
        ("math.sign", [Uint { Value: var whole }]) => new Uint(whole == 0 ? 0UL : 1),
        ("math.isNaN", [Real { Value: var real }]) => Of(double.IsNaN(real)),
        ("math.isInf", [Real { Value: var real }]) => Of(double.IsInfinity(real)),
        ("math.isFinite", [Real { Value: var real }]) => Of(double.IsFinite(real)),
        ("math.bitAnd", [Int a, Int b]) => new Int(a.Value & b.Value),
        ("math.bitAnd", [Uint a, Uint b]) => new Uint(a.Value & b.Value),
        ("math.bitOr", [Int a, Int b]) => new Int(a.Value | b.Value),
        ("math.bitOr", [Uint a, Uint b]) => new Uint(a.Value | b.Value),
        ("math.bitXor", [Int a, Int b]) => new Int(a.Value ^ b.Value),
        ("math.bitXor", [Uint a, Uint b]) => new Uint(a.Value ^ b.Value),
        ("math.bitNot", [Int a]) => new Int(~a.Value),
        ("math.bitNot", [Uint a]) => new Uint(~a.Value),
        ("math.bitShiftLeft" or "math.bitShiftRight", [_, Int { Value: < 0 }]) => new Failure(FailureKind.Argument, "negative offset"),
        ("math.bitShiftLeft", [Int a, Int b]) => new Int(b.Value > 63 ? 0 : a.Value << (int)b.Value),
        ("math.bitShiftLeft", [Uint a, Int b]) => new Uint(b.Value > 63 ? 0 : a.Value << (int)b.Value),
        ("math.bitShiftRight", [Int a, Int b]) => new Int(b.Value > 63 ? 0 : a.Value >>> (int)b.Value),
        ("math.bitShiftRight", [Uint a, Int b]) => new Uint(b.Value > 63 ? 0 : a.Value >> (int)b.Value),
        _ => null,
    };

    private static CelValue Extreme(ImmutableArray<CelValue> numbers, bool isGreatest)
    {
        if (numbers.Any(number => number is Unknown))
            return new Unknown();
        if (numbers.Any(number => number is not (Int or Uint or Real)))
            return NoOverload;
        return numbers.Skip(1).Aggregate(numbers[0], (best, number) => CelEquality.Order(number, best) is { } order && (isGreatest ? order > 0 : order < 0) ? number : best);
    }
}
