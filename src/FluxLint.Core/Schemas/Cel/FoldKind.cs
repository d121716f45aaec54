namespace FluxLint.Schemas.Cel;

/// <summary>What a macro over a list or map makes.</summary>
internal enum FoldKind
{
    /// <summary>Whether all items meet a condition.</summary>
    All,

    /// <summary>Whether one item or more does.</summary>
    Exists,

    /// <summary>Whether exactly one item does.</summary>
    ExistsOne,

    /// <summary>The items that do.</summary>
    Filter,

    /// <summary>A list of what the items are made into.</summary>
    List,

    /// <summary>A map of the same keys to what the values are made into.</summary>
    Map,

    /// <summary>A map of the entries that the items are made into.</summary>
    MapEntries,

    /// <summary>The items in the order of what they are made into.</summary>
    Sort,
}
