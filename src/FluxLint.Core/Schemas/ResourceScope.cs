namespace FluxLint.Schemas;

/// <summary>Where the objects of a kind live.</summary>
public enum ResourceScope
{
    /// <summary>In a namespace.</summary>
    Namespaced,

    /// <summary>Outside of namespaces.</summary>
    Cluster,
}
