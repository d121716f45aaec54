namespace FluxLint.Schemas;

/// <summary>Where a schema is from, the strongest first.</summary>
internal enum SchemaOrigin
{
    /// <summary>A definition that the cluster renders.</summary>
    Cluster,

    /// <summary>A definition of a chart at hand.</summary>
    Chart,

    /// <summary>The release of Flux, or of its operator.</summary>
    Flux,

    /// <summary>The release of Kubernetes.</summary>
    Kubernetes,

    /// <summary>A configured directory.</summary>
    Directory,

    /// <summary>The catalogue.</summary>
    Catalogue,
}
