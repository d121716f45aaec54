namespace FluxLint.Schemas.Cel;

/// <summary>Why an expression has no value.</summary>
internal enum FailureKind
{
    /// <summary>A field or key is not there.</summary>
    NoKey,

    /// <summary>An index is outside of its list or text.</summary>
    OutOfRange,

    /// <summary>A number is divided by zero.</summary>
    DivisionByZero,

    /// <summary>A result does not fit its type.</summary>
    Overflow,

    /// <summary>A text cannot be read as what it should be.</summary>
    Conversion,

    /// <summary>An argument is not allowed.</summary>
    Argument,

    /// <summary>A name or function is not known here, or not for values of these types.</summary>
    NoOverload,
}
