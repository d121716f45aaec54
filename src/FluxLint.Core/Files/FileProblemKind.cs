namespace FluxLint.Files;

/// <summary>What can be wrong with a file before it is looked into.</summary>
public enum FileProblemKind
{
    /// <summary>A symbolic link leads out of the repository.</summary>
    Outside,

    /// <summary>It is there and cannot be read.</summary>
    Unreadable,

    /// <summary>It is larger than anything that is read.</summary>
    TooLarge,
}
