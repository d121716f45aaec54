namespace FluxLint.Fleet;

/// <summary>What came of building what a Flux object applies.</summary>
public enum InventoryState
{
    /// <summary>It is built.</summary>
    Built,

    /// <summary>Its source is another repository.</summary>
    Elsewhere,

    /// <summary>Where it is cannot be told: a variable without a value in the path, or no source.</summary>
    Unknown,

    /// <summary>Its source is an artifact that no generator of the cluster makes.</summary>
    MissingArtifact,

    /// <summary>Its path does not exist in the source.</summary>
    MissingPath,

    /// <summary>It stands at the end of a chain of objects that apply each other, longer than is followed.</summary>
    TooDeep,

    /// <summary>All builds together had made as many objects as they may.</summary>
    OverBudget,
}
