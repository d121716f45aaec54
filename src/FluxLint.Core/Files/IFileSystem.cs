using System.Collections.Immutable;

namespace FluxLint.Files;

/// <summary>
/// A directory tree to read from. Paths are relative to its root, with <c>/</c> between their parts; <c>""</c> is the root.
/// Nothing outside of the root is ever read, whatever paths and symbolic links say. Safe on many threads.
/// </summary>
public interface IFileSystem
{
    /// <summary>The entries of a directory, in any order.</summary>
    /// <exception cref="IOException">It is not there, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Reading it is not permitted.</exception>
    ImmutableArray<FileEntry> List(string directory);

    /// <summary>The content of a file.</summary>
    /// <exception cref="IOException">It is not there, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Reading it is not permitted.</exception>
    byte[] ReadAllBytes(string path);

    /// <summary>Whether the path leads to a file below the root.</summary>
    bool FileExists(string path);

    /// <summary>Whether the path leads to a directory below the root, or the root itself.</summary>
    bool DirectoryExists(string path);

    /// <summary>Follows every symbolic link in a path.</summary>
    ResolvedPath Resolve(string path);
}
