namespace FluxLint.Files;

/// <summary>What a directory entry is.</summary>
public enum FileKind
{
    /// <summary>A file.</summary>
    File,

    /// <summary>A directory.</summary>
    Directory,

    /// <summary>A symbolic link, whatever it leads to.</summary>
    SymbolicLink,
}
