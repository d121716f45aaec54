namespace FluxLint.Schemas;

/// <summary>Where the objects of a kind live.</summary>
internal enum ResourceScope
{
    /// <summary>In a namespace.</summary>
    Namespaced,

    /// <summary>Outside of namespaces.</summary>
    Cluster,
}
