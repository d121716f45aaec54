using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.IO.Enumeration;

namespace FluxLint.Files;

/// <summary>A directory of the disk. Symbolic links are followed as long as they stay inside.</summary>
public sealed class DiskFileSystem : IFileSystem
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    private readonly string root;
    private readonly string namedRoot;
    private readonly LinkResolver links;
    private readonly ConcurrentDictionary<string, ResolvedPath> directories = new(StringComparer.Ordinal);

    /// <summary>Opens a directory; the current directory completes a relative path.</summary>
    public DiskFileSystem(string rootDirectory)
    {
        namedRoot = Path.TrimEndingDirectorySeparator(Path.GetFullPath(rootDirectory));
        root = RealPath(namedRoot);
        links = new(ReadLink, Locate, root);
    }

    /// <inheritdoc/>
    public ImmutableArray<FileEntry> List(string directory) => Read<ImmutableArray<FileEntry>>(directory, static full =>
        [.. new FileSystemEnumerable<FileEntry>(full, static (ref entry) => new(entry.FileName.ToString(), KindOf(ref entry)), Everything)]);

    /// <inheritdoc/>
    public byte[] ReadAllBytes(string path) => Read(path, static full =>
    {
        // A pipe has no length either, and would wait for a writer.
        var file = new FileInfo(full);
        return file is { Exists: true, Length: 0 } ? [] : File.ReadAllBytes(full);
    });

    /// <inheritdoc/>
    public bool FileExists(string path) => FullPath(path) is { } full && File.Exists(full);

    /// <inheritdoc/>
    public bool DirectoryExists(string path) => FullPath(path) is { } full && Directory.Exists(full);

    /// <inheritdoc/>
    public ResolvedPath Resolve(string path)
    {
        var real = Follow(path);
        return real.Kind != ResolvedPathKind.Inside || Path.Exists(Absolute(real.Path)) ? real : ResolvedPath.Broken;
    }

    private T Read<T>(string path, Func<string, T> read)
    {
        if (FullPath(path) is not { } full)
            throw new FileNotFoundException($"'{path}' does not lead to a file below the root");
        try
        {
            return read(full);
        }
        catch (IOException failure) when (failure.Message.Contains(full, StringComparison.Ordinal))
        {
            throw new IOException(failure.Message.Replace(full, path, StringComparison.Ordinal), failure);
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException or System.Security.SecurityException)
        {
            throw new IOException(failure.Message, failure);
        }
    }

    private string? FullPath(string path) => Follow(path) is { Kind: ResolvedPathKind.Inside } real ? Absolute(real.Path) : null;

    private ResolvedPath Follow(string path)
    {
        if (path.Contains('\0') || RepositoryPath.Normalize(path) is not { } normal)
            return path.Contains('\0') ? ResolvedPath.Broken : ResolvedPath.Outside;
        return FollowNormal(normal);
    }

    private ResolvedPath FollowNormal(string path)
    {
        if (path.Length == 0)
            return ResolvedPath.Inside("");
        var parent = RepositoryPath.Parent(path);
        if (!directories.TryGetValue(parent, out var directory))
            directory = directories.GetOrAdd(parent, FollowNormal(parent));
        if (directory.Kind != ResolvedPathKind.Inside)
            return directory;
        var name = RepositoryPath.FileName(path);
        var plain = directory.Path.Length == 0 ? name : $"{directory.Path}/{name}";
        return ReadLink(plain) is null ? ResolvedPath.Inside(plain) : links.Resolve(directory.Path, name);
    }

    private string? ReadLink(string path)
    {
        try
        {
            return new FileInfo(Absolute(path)).LinkTarget?.Replace(Path.DirectorySeparatorChar, '/');
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private string? Locate(string absolute)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(absolute));
        return Below(root, full) ?? Below(namedRoot, full);
    }

    private static string? Below(string root, string full)
    {
        var relative = Path.GetRelativePath(root, full).Replace(Path.DirectorySeparatorChar, '/');
        return Path.IsPathRooted(relative) ? null : RepositoryPath.Normalize(relative);
    }

    private string Absolute(string path) => path.Length == 0 ? root : Path.Join(root, path);

    private static FileKind KindOf(ref FileSystemEntry entry) =>
        (entry.Attributes & FileAttributes.ReparsePoint) != 0 ? FileKind.SymbolicLink
        : entry.IsDirectory ? FileKind.Directory
        : FileKind.File;

    /// <summary>An absolute path with the links in it followed.</summary>
    internal static string RealPath(string path)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
            return path;
        var here = Path.Join(RealPath(parent), Path.GetFileName(path));
        try
        {
            return Directory.ResolveLinkTarget(here, returnFinalTarget: true) is { } target ? Path.TrimEndingDirectorySeparator(target.FullName) : here;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return here;
        }
    }
}
