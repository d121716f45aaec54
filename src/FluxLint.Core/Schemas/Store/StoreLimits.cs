namespace FluxLint.Schemas;

/// <summary>Which limits a store gives for a schema; their values follow in the order of these flags.</summary>
[Flags]
internal enum StoreLimits
{
    /// <summary>No limit.</summary>
    None = 0,

    /// <summary><see cref="SchemaLimits.Minimum"/>.</summary>
    Minimum = 1,

    /// <summary><see cref="SchemaLimits.Maximum"/>.</summary>
    Maximum = 1 << 1,

    /// <summary><see cref="SchemaLimits.ExcludesMinimum"/>.</summary>
    ExcludesMinimum = 1 << 2,

    /// <summary><see cref="SchemaLimits.ExcludesMaximum"/>.</summary>
    ExcludesMaximum = 1 << 3,

    /// <summary><see cref="SchemaLimits.MultipleOf"/>.</summary>
    MultipleOf = 1 << 4,

    /// <summary><see cref="SchemaLimits.MinLength"/>.</summary>
    MinLength = 1 << 5,

    /// <summary><see cref="SchemaLimits.MaxLength"/>.</summary>
    MaxLength = 1 << 6,

    /// <summary><see cref="SchemaLimits.MinItems"/>.</summary>
    MinItems = 1 << 7,

    /// <summary><see cref="SchemaLimits.MaxItems"/>.</summary>
    MaxItems = 1 << 8,

    /// <summary><see cref="SchemaLimits.MinProperties"/>.</summary>
    MinProperties = 1 << 9,

    /// <summary><see cref="SchemaLimits.MaxProperties"/>.</summary>
    MaxProperties = 1 << 10,

    /// <summary><see cref="SchemaLimits.Pattern"/>.</summary>
    Pattern = 1 << 11,

    /// <summary><see cref="SchemaLimits.Format"/>.</summary>
    Format = 1 << 12,

    /// <summary><see cref="SchemaLimits.IsSet"/>.</summary>
    IsSet = 1 << 13,

    /// <summary><see cref="SchemaLimits.Keys"/>.</summary>
    Keys = 1 << 14,
}
