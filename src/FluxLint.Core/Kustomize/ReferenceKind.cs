namespace FluxLint.Kustomize;

/// <summary>What a path in a kustomization leads to.</summary>
public enum ReferenceKind
{
    /// <summary>A file of the repository.</summary>
    File,

    /// <summary>A directory of the repository.</summary>
    Directory,

    /// <summary>Something on another machine: a Git repository or a URL.</summary>
    Remote,

    /// <summary>A path that does not exist.</summary>
    Missing,

    /// <summary>A path that leaves the repository.</summary>
    Outside,
}
