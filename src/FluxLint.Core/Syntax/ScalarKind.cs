namespace FluxLint.Syntax;

/// <summary>What a scalar is once it is read, as kustomize and the API server read it.</summary>
public enum ScalarKind
{
    /// <summary>Text.</summary>
    String,

    /// <summary><c>null</c>, <c>~</c> or nothing.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>; <c>yes</c> and <c>on</c> are text.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with a fraction or exponent, infinity, or not-a-number.</summary>
    Float,

    /// <summary>A date or time without quotes.</summary>
    Timestamp,
}
