namespace FluxLint.Schemas;

/// <summary>The types of JSON that a value may have. A schema without any allows all.</summary>
[Flags]
internal enum SchemaTypes
{
    /// <summary>No type is asked for.</summary>
    None = 0,

    /// <summary>A mapping.</summary>
    Object = 1,

    /// <summary>A list.</summary>
    Array = 2,

    /// <summary>Text.</summary>
    String = 4,

    /// <summary>A whole number.</summary>
    Integer = 8,

    /// <summary>Any number.</summary>
    Number = 16,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean = 32,
}
