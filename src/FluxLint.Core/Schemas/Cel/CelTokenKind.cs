namespace FluxLint.Schemas.Cel;

/// <summary>What a <see cref="CelToken"/> is.</summary>
internal enum CelTokenKind
{
    /// <summary>The end of the expression.</summary>
    End,

    /// <summary>A name.</summary>
    Name,

    /// <summary>The name of a field in backquotes.</summary>
    QuotedName,

    /// <summary>A number, text or bytes.</summary>
    Literal,

    /// <summary>An operator, a bracket or another mark.</summary>
    Symbol,
}
