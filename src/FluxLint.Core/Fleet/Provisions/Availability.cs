namespace FluxLint.Fleet;

/// <summary>Whether a cluster has something that its objects need.</summary>
public enum Availability
{
    /// <summary>Something that cannot be seen may bring it.</summary>
    Unknown,

    /// <summary>The cluster has it.</summary>
    Provided,

    /// <summary>Nothing brings it.</summary>
    Absent,
}
