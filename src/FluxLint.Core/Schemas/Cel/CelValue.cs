using System.Collections.Immutable;
using System.Numerics;
using Semver;

namespace FluxLint.Schemas.Cel;

/// <summary>
/// What an expression is worth. Failures and what is not known are values as well: <c>&amp;&amp;</c> and <c>||</c> need not care for either
/// where the other side decides.
/// </summary>
internal abstract record CelValue
{
    private CelValue()
    {
    }

    public static Bool True { get; } = new(true);

    public static Bool False { get; } = new(false);

    public static Bool Of(bool value) => value ? True : False;

    public static CelValue Of(bool? value) => value is { } known ? Of(known) : new Unknown();

    public static Failure NoOverload { get; } = new(FailureKind.NoOverload, "no such overload");

    public static Failure Overflow { get; } = new(FailureKind.Overflow, "overflow");

    /// <summary>Whether it is a value at all.</summary>
    public bool IsKnown => this is not (Failure or Unknown);

    public sealed record Null : CelValue;

    public sealed record Bool(bool Value) : CelValue;

    public sealed record Int(long Value) : CelValue;

    public sealed record Uint(ulong Value) : CelValue;

    public sealed record Real(double Value) : CelValue;

    public sealed record Str(string Value) : CelValue;

    public sealed record Bytes(ImmutableArray<byte> Value) : CelValue;

    /// <summary>A list.</summary>
    /// <param name="Items">Its items.</param>
    /// <param name="IsSet">Whether their order does not count, as in lists of the API server that are sets or maps.</param>
    public sealed record Seq(ImmutableArray<CelValue> Items, bool IsSet = false) : CelValue;

    public sealed record Map(CelFields Fields) : CelValue;

    /// <summary>A type, which is a value as well.</summary>
    public sealed record Kind(string Name) : CelValue;

    /// <summary>A value that may not be there.</summary>
    public sealed record Optional(CelValue? Value) : CelValue;

    /// <summary>A point in time, in nanoseconds since 1970.</summary>
    public sealed record Moment(Int128 Nanoseconds) : CelValue;

    /// <summary>A length of time.</summary>
    public sealed record Period(long Nanoseconds) : CelValue;

    /// <summary>A number of Kubernetes: digits, and a power of ten.</summary>
    public sealed record Quantity(BigInteger Digits, int Exponent) : CelValue
    {
        public int CompareTo(Quantity other) => (this + new Quantity(-other.Digits, other.Exponent)).Digits.Sign;

        public static Quantity operator +(Quantity one, Quantity other)
        {
            var exponent = Math.Min(one.Exponent, other.Exponent);
            return new((one.Digits * BigInteger.Pow(10, one.Exponent - exponent)) + (other.Digits * BigInteger.Pow(10, other.Exponent - exponent)), exponent);
        }
    }

    public sealed record Address(IpAddress Value) : CelValue;

    public sealed record Network(IpAddress Start, int Prefix) : CelValue;

    public sealed record Url(string Scheme, string Host, string Path, string Query) : CelValue;

    public sealed record Release(SemVersion Value) : CelValue;

    /// <summary>A format that the API server knows by name.</summary>
    public sealed record Format(string Name) : CelValue;

    /// <summary>What an expression fails with.</summary>
    public sealed record Failure(FailureKind Reason, string Message) : CelValue;

    /// <summary>What cannot be known here: a variable, what is encrypted, what only a cluster knows, or what costs too much to find out.</summary>
    public sealed record Unknown : CelValue;
}
