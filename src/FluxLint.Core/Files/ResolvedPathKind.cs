namespace FluxLint.Files;

/// <summary>Where a path ends once its symbolic links are followed.</summary>
public enum ResolvedPathKind
{
    /// <summary>At a file or directory below the root.</summary>
    Inside,

    /// <summary>Outside of the root, whether or not something is there.</summary>
    Outside,

    /// <summary>At nothing: the path or the target of a link does not exist, or links lead in a circle.</summary>
    Broken,
}
