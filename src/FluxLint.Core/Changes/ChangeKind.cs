namespace FluxLint.Changes;

/// <summary>What becomes of an object.</summary>
internal enum ChangeKind
{
    /// <summary>It is made.</summary>
    Added,

    /// <summary>It is no longer applied.</summary>
    Removed,

    /// <summary>It gets other values.</summary>
    Changed,

    /// <summary>Another Flux object applies it.</summary>
    Moved,
}
