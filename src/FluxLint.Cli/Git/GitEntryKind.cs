namespace FluxLint.Cli.Git;

/// <summary>What an entry of a revision is.</summary>
internal enum GitEntryKind
{
    /// <summary>A file.</summary>
    File,

    /// <summary>A symbolic link.</summary>
    Link,

    /// <summary>A commit of another repository, whose files are not in this one.</summary>
    Submodule,
}
