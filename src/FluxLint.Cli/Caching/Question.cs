namespace FluxLint.Cli.Caching;

/// <summary>Something that a lint asks the file system.</summary>
internal enum Question : byte
{
    /// <summary>What a directory holds.</summary>
    List,

    /// <summary>What a file holds.</summary>
    Content,

    /// <summary>Whether there is a file.</summary>
    FileExists,

    /// <summary>Whether there is a directory.</summary>
    DirectoryExists,

    /// <summary>Where symbolic links lead.</summary>
    Resolve,
}
