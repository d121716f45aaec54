using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel.Functions;

/// <summary>Makes values of one type into those of another.</summary>
internal static class Conversions
{
    private const double TwoTo63 = 9223372036854775808.0;
    private const double TwoTo64 = 18446744073709551616.0;

    public static CelValue? Call(string name, ImmutableArray<CelValue> arguments) => (name, arguments) switch
    {
        ("int", [var value]) => ToInt(value),
        ("uint", [var value]) => ToUint(value),
        ("double", [var value]) => ToReal(value),
        ("string", [Bytes value]) => CelText.Of(value) is { } text ? new Str(text) : Refused("invalid UTF-8 in bytes"),
        ("string", [not (Seq or Map or Kind or Null) and var value]) => CelText.Of(value) is { } text ? new Str(text) : NoOverload,
        ("bytes", [Bytes value]) => value,
        ("bytes", [Str { Value: var text }]) => new Bytes([.. Encoding.UTF8.GetBytes(text)]),
        ("bool", [Bool value]) => value,
        ("bool", [Str { Value: var text }]) => ToBool(text),
        ("duration", [Period value]) => value,
        ("duration", [Str { Value: var text }]) => CelTime.ParsePeriod(text) ?? Refused($"'{text}' is no duration"),
        ("timestamp", [Moment value]) => value,
        ("timestamp", [Str { Value: var text }]) => CelTime.ParseMoment(text) ?? Refused($"'{text}' is no timestamp"),
        ("timestamp", [Int { Value: var seconds }]) => CelTime.Moment((Int128)seconds * CelTime.Second),
        _ => null,
    };

    private static CelValue ToInt(CelValue value) => value switch
    {
        Int => value,
        Uint { Value: var whole } => whole <= long.MaxValue ? new Int((long)whole) : Overflow,
        Real { Value: var real } => real > -TwoTo63 && real < TwoTo63 ? new Int((long)real) : Overflow,
        Str { Value: var text } => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? new Int(whole) : Refused($"'{text}' is no int"),
        Moment { Nanoseconds: var nanoseconds } => new Int((long)((nanoseconds - (((nanoseconds % CelTime.Second) + CelTime.Second) % CelTime.Second)) / CelTime.Second)),
        Period { Nanoseconds: var nanoseconds } => new Int(nanoseconds),
        _ => NoOverload,
    };

    private static CelValue ToUint(CelValue value) => value switch
    {
        Uint => value,
        Int { Value: var whole } => whole >= 0 ? new Uint((ulong)whole) : Overflow,
        Real { Value: var real } => real > -1 && real < TwoTo64 ? new Uint((ulong)real) : Overflow,
        Str { Value: var text } => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? new Uint(whole) : Refused($"'{text}' is no uint"),
        _ => NoOverload,
    };

    private static CelValue ToReal(CelValue value) => value switch
    {
        Real => value,
        Int { Value: var whole } => new Real(whole),
        Uint { Value: var whole } => new Real(whole),
        Str { Value: var text } => ParseReal(text) is { } real ? new Real(real) : Refused($"'{text}' is no double"),
        _ => NoOverload,
    };

    private static double? ParseReal(string text) => text.ToLowerInvariant() switch
    {
        "nan" => double.NaN,
        "inf" or "+inf" or "infinity" or "+infinity" => double.PositiveInfinity,
        "-inf" or "-infinity" => double.NegativeInfinity,
        _ => double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var real) ? real : null,
    };

    private static CelValue ToBool(string text) => text switch
    {
        "1" or "t" or "T" or "true" or "TRUE" or "True" => True,
        "0" or "f" or "F" or "false" or "FALSE" or "False" => False,
        _ => Refused($"'{text}' is no bool"),
    };

    private static Failure Refused(string message) => new(FailureKind.Conversion, message);
}
