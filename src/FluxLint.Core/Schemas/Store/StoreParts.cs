namespace FluxLint.Schemas;

/// <summary>What a store says of a schema in front of its parts, which follow in the order of these flags. The lowest bits are its <see cref="SchemaTypes"/>.</summary>
[Flags]
internal enum StoreParts
{
    /// <summary>Nothing but types.</summary>
    None = 0,

    /// <summary><see cref="Schema.KeepsUnknownFields"/>.</summary>
    KeepsUnknownFields = 1 << 6,

    /// <summary><see cref="Schema.IsEmbeddedResource"/>.</summary>
    IsEmbeddedResource = 1 << 7,

    /// <summary>The value that is filled in, after everything else.</summary>
    Default = 1 << 8,

    /// <summary><see cref="Schema.AllowsAdditional"/>.</summary>
    AllowsAdditional = 1 << 9,

    /// <summary><see cref="Schema.ForbidsAdditional"/>.</summary>
    ForbidsAdditional = 1 << 10,

    /// <summary>The declared fields: how many, and the name and the schema of each.</summary>
    Properties = 1 << 11,

    /// <summary>The schema of the items.</summary>
    Items = 1 << 12,

    /// <summary>The schema of the fields that are not declared.</summary>
    Additional = 1 << 13,

    /// <summary>The names of the fields that must be there.</summary>
    Required = 1 << 14,

    /// <summary>The allowed values: how many, and each of them.</summary>
    Enum = 1 << 15,

    /// <summary>The limits, which begin with their own flags.</summary>
    Limits = 1 << 16,

    /// <summary>The branches that must all, any and in one case match, and the one that must not, each list with its length.</summary>
    Branches = 1 << 17,

    /// <summary>The rules: how many, and for each the expression, the message and the expression of the message, of which the last two may be empty.</summary>
    Rules = 1 << 18,

    /// <summary><see cref="Schema.IsNullable"/>.</summary>
    IsNullable = 1 << 19,
}
