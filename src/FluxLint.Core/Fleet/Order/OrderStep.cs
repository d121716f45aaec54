namespace FluxLint.Fleet;

/// <summary>What happens to a Flux object, in this order.</summary>
internal enum OrderStep
{
    /// <summary>It exists, its source and what it depends on are ready, and its controller sets to work: the CRDs and Namespaces of a Kustomization come first.</summary>
    Started,

    /// <summary>All that it stands for is in the cluster. An apply is all or nothing: one object that the API server refuses keeps out the others.</summary>
    Applied,

    /// <summary>Its <c>Ready</c> condition is true.</summary>
    Ready,
}
