namespace FluxLint.Fleet;

/// <summary>What tells that a cluster starts from a directory.</summary>
internal enum StartKind
{
    /// <summary>Configuration names it.</summary>
    Configured,

    /// <summary>A <c>gotk-sync.yaml</c>, which <c>flux bootstrap</c> writes, syncs it.</summary>
    BootstrapSync,

    /// <summary>A FluxInstance syncs it.</summary>
    Instance,

    /// <summary>Values of the chart that makes a FluxInstance sync it.</summary>
    InstanceValues,

    /// <summary>A Kustomization in it applies it.</summary>
    AppliesItself,

    /// <summary>It is where clusters are by convention: below <c>clusters/</c>, and nothing applies or includes it.</summary>
    Convention,

    /// <summary>It is the root of the repository, and has a kustomization.</summary>
    RepositoryRoot,

    /// <summary>It holds a Flux Kustomization that nothing applies, so something outside of the repository must.</summary>
    Unapplied,
}
