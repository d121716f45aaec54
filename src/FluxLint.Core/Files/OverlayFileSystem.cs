using System.Collections.Immutable;

namespace FluxLint.Files;

/// <summary>A file system some of whose files have another content, as an editor or a fix leaves them.</summary>
/// <param name="below">The file system below.</param>
/// <param name="contents">The other contents, by the path of the file itself: what leads there through links has it, too.</param>
public sealed class OverlayFileSystem(IFileSystem below, ImmutableDictionary<string, ImmutableArray<byte>> contents) : IFileSystem
{
    /// <inheritdoc/>
    public ImmutableArray<FileEntry> List(string directory) => below.List(directory);

    /// <inheritdoc/>
    public byte[] ReadAllBytes(string path) =>
        below.Resolve(path) is { Kind: ResolvedPathKind.Inside } real && contents.TryGetValue(real.Path, out var content) ? [.. content] : below.ReadAllBytes(path);

    /// <inheritdoc/>
    public bool FileExists(string path) => below.FileExists(path);

    /// <inheritdoc/>
    public bool DirectoryExists(string path) => below.DirectoryExists(path);

    /// <inheritdoc/>
    public ResolvedPath Resolve(string path) => below.Resolve(path);
}
