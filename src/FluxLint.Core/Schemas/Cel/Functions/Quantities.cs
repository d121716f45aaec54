using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel.Functions;

/// <summary>Quantities such as <c>500m</c> or <c>2Gi</c> (k8s.io/apimachinery, <c>resource.ParseQuantity</c>; k8s.io/apiserver, pkg/cel/library/quantity.go).</summary>
internal static class Quantities
{
    private const int MaximumExponent = 100;

    public static CelValue? Call(string name, ImmutableArray<CelValue> arguments) => (name, arguments) switch
    {
        ("isQuantity", [Str { Value: var text }]) => Of(Parse(text) is not null),
        ("quantity", [Str { Value: var text }]) => Parse(text) ?? (CelValue)new Failure(FailureKind.Conversion, $"'{text}' is no quantity"),
        ("sign", [Quantity quantity]) => new Int(quantity.Digits.Sign),
        ("isInteger", [Quantity quantity]) => Of(Whole(quantity) is not null),
        ("asInteger", [Quantity quantity]) => Whole(quantity) is { } whole ? new Int(whole) : new Failure(FailureKind.Conversion, "cannot convert value to integer"),
        ("asApproximateFloat", [Quantity quantity]) => new Real((double)quantity.Digits * Math.Pow(10, quantity.Exponent)),
        ("add", [Quantity one, Quantity other]) => one + other,
        ("add", [Quantity one, Int other]) => one + new Quantity(other.Value, 0),
        ("sub", [Quantity one, Quantity other]) => one + new Quantity(-other.Digits, other.Exponent),
        ("sub", [Quantity one, Int other]) => one + new Quantity(-(BigInteger)other.Value, 0),
        ("compareTo", [Quantity one, Quantity other]) => new Int(one.CompareTo(other)),
        ("isGreaterThan", [Quantity one, Quantity other]) => Of(one.CompareTo(other) > 0),
        ("isLessThan", [Quantity one, Quantity other]) => Of(one.CompareTo(other) < 0),
        _ => null,
    };

    /// <summary>Whether a quantity is a whole number.</summary>
    public static bool IsWhole(Quantity quantity) => Whole(quantity) is not null;

    private static long? Whole(Quantity quantity)
    {
        var scale = BigInteger.Pow(10, Math.Abs(quantity.Exponent));
        var value = quantity.Exponent >= 0 ? quantity.Digits * scale : BigInteger.DivRem(quantity.Digits, scale, out var rest) is var whole && rest.IsZero ? whole : (BigInteger)long.MaxValue + 1;
        return value >= long.MinValue && value <= long.MaxValue ? (long)value : null;
    }

    /// <summary>Reads a quantity; null when the text is none.</summary>
    public static Quantity? Parse(string text)
    {
        var end = text.AsSpan().IndexOfAnyExcept("+-.0123456789");
        var number = end < 0 ? text : text[..end];
        if (number.Length > MaximumExponent || Suffix(end < 0 ? "" : text[end..]) is not var (factor, exponent))
            return null;
        var isNegative = number.StartsWith('-');
        var parts = number.TrimStart('+', '-').Split('.');
        if (number.Length - number.TrimStart('+', '-').Length > 1 || parts.Length > 2 || string.Concat(parts) is not { Length: > 0 } digits || !BigInteger.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            return null;
        return new((isNegative ? -value : value) * factor, exponent - (parts is [_, var fraction] ? fraction.Length : 0));
    }

    private static (BigInteger Factor, int Exponent)? Suffix(string suffix) => suffix switch
    {
        "" => (1, 0),
        "n" => (1, -9),
        "u" => (1, -6),
        "m" => (1, -3),
        "k" => (1, 3),
        "M" => (1, 6),
        "G" => (1, 9),
        "T" => (1, 12),
        "P" => (1, 15),
        "E" => (1, 18),
        [var letter, 'i'] when "KMGTPE".IndexOf(letter, StringComparison.Ordinal) is >= 0 and var power => (BigInteger.Pow(1024, power + 1), 0),
        ['e' or 'E', .. var digits] when int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent) && Math.Abs(exponent) <= MaximumExponent => (1, exponent),
        _ => null,
    };
}
