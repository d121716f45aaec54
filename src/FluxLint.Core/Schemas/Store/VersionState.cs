namespace FluxLint.Schemas;

/// <summary>What a definition says of a version of its kind.</summary>
[Flags]
internal enum VersionState
{
    /// <summary>It is there, and not served.</summary>
    None = 0,

    /// <summary>The API server takes objects of it.</summary>
    Served = 1,

    /// <summary>Objects are kept in it.</summary>
    Storage = 2,

    /// <summary>It will go.</summary>
    Deprecated = 4,
}
