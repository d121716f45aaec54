namespace FluxLint.Fleet;

/// <summary>Whether a cluster has the custom resource definition of a kind.</summary>
public enum CrdAvailability
{
    /// <summary>Something that cannot be seen may install it.</summary>
    Unknown,

    /// <summary>A manifest or a chart of the cluster installs it.</summary>
    Provided,

    /// <summary>Nothing installs it.</summary>
    Absent,
}
