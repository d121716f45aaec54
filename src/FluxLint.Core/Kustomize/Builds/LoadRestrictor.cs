namespace FluxLint.Kustomize.Builds;

/// <summary>Which files a kustomization may read. Directories may be anywhere.</summary>
internal enum LoadRestrictor
{
    /// <summary>Those in its own directory and below, as <c>kustomize build</c> has it.</summary>
    RootOnly,

    /// <summary>All files of the repository, as Flux has it.</summary>
    None,
}
