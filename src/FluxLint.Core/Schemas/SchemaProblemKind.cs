namespace FluxLint.Schemas;

/// <summary>What a schema has against a value.</summary>
public enum SchemaProblemKind
{
    /// <summary>It is none of those that are allowed.</summary>
    WrongValue,

    /// <summary>It is of another type.</summary>
    WrongType,

    /// <summary>It is under a name that is not declared.</summary>
    UnknownField,

    /// <summary>It is not there.</summary>
    MissingField,

    /// <summary>It takes more than is spent on one object: a part of it is not checked.</summary>
    Unchecked,
}
