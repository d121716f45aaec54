namespace FluxLint.Changes;

/// <summary>What is dangerous about a change, the worst first.</summary>
internal enum DangerKind
{
    /// <summary>A cluster is gone from the repository, while it runs on.</summary>
    ClusterGone,

    /// <summary>A namespace is deleted, with everything in it.</summary>
    NamespacePruned,

    /// <summary>A custom resource definition is deleted, with all objects of its kind.</summary>
    DefinitionPruned,

    /// <summary>A volume or a claim of one is deleted, and what is stored with it.</summary>
    StoragePruned,

    /// <summary>Another object is deleted.</summary>
    Pruned,

    /// <summary>An object is deleted and made again.</summary>
    Recreated,

    /// <summary>A release is uninstalled and installed again.</summary>
    Reinstalled,

    /// <summary>The API server refuses a value.</summary>
    Immutable,

    /// <summary>A controller is told to leave an object alone, or no longer to.</summary>
    Suspension,
}
