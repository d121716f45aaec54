namespace FluxLint.Flux;

/// <summary>What kustomize-controller does with an object when it applies it.</summary>
internal enum ApplyPolicy
{
    /// <summary>It puts what the manifest says in place of what others wrote, and takes the object over.</summary>
    Override,

    /// <summary>It writes the fields of the manifest and keeps those that others add.</summary>
    Merge,

    /// <summary>It makes the object where there is none; one that is there already stays as it is.</summary>
    IfNotPresent,

    /// <summary>It never applies the object, which may be there all the same.</summary>
    Ignore,

    /// <summary>A variable without a known value decides.</summary>
    Unknown,
}
