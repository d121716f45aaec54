using System.Collections.Immutable;

namespace FluxLint.Files;

/// <summary>A file system some of whose files have another content, are new or are gone, as an editor or a fix leaves them.</summary>
internal sealed class OverlayFileSystem : IFileSystem
{
    private readonly IFileSystem below;
    private readonly ImmutableDictionary<string, ImmutableArray<byte>?> contents;
    private readonly ImmutableDictionary<string, ImmutableHashSet<string>> added;

    /// <summary>Lays contents over a file system.</summary>
    /// <param name="below">The file system below.</param>
    /// <param name="contents">The other contents, by the path of the file itself: what leads there through links has it, too. Null for a file or directory that is gone.</param>
    public OverlayFileSystem(IFileSystem below, ImmutableDictionary<string, ImmutableArray<byte>?> contents)
    {
        this.below = below;
        this.contents = contents;
        added = FindAdded(below, contents);
    }

    /// <summary>The same file system with other contents over it.</summary>
    public static OverlayFileSystem Over(IFileSystem files, IEnumerable<KeyValuePair<string, ImmutableArray<byte>?>> contents) => files is OverlayFileSystem overlay
        ? new(overlay.below, overlay.contents.SetItems(contents))
        : new(files, ImmutableDictionary.Create<string, ImmutableArray<byte>?>(StringComparer.Ordinal).SetItems(contents));

    /// <inheritdoc/>
    public ImmutableArray<FileEntry> List(string directory)
    {
        var real = below.Resolve(directory) is { Kind: ResolvedPathKind.Inside } resolved ? resolved.Path : directory;
        var kept = added.ContainsKey(real) && !below.DirectoryExists(real) ? [] : below.List(directory).Where(entry => !IsGone(real, entry));
        return added.TryGetValue(real, out var names) ? [.. kept, .. names.Select(name => new FileEntry(name, KindOf(Join(real, name))))] : [.. kept];
    }

    /// <inheritdoc/>
    public byte[] ReadAllBytes(string path) =>
        !TryFind(path, out var content) ? below.ReadAllBytes(path)
        : content is { } bytes ? [.. bytes]
        : throw new FileNotFoundException($"there is no file '{path}'");

    /// <inheritdoc/>
    public bool FileExists(string path) => TryFind(path, out var content) ? content is not null : below.FileExists(path);

    /// <inheritdoc/>
    public bool DirectoryExists(string path) => (below.DirectoryExists(path) && !TryFind(path, out _)) || (RepositoryPath.Normalize(path) is { } normal && added.ContainsKey(normal));

    /// <inheritdoc/>
    public ResolvedPath Resolve(string path)
    {
        var real = below.Resolve(path);
        if (real.Kind == ResolvedPathKind.Inside)
            return contents.TryGetValue(real.Path, out var content) && content is null ? ResolvedPath.Broken : real;
        return RepositoryPath.Normalize(path) is { } normal && (added.ContainsKey(normal) || (contents.TryGetValue(normal, out var made) && made is not null))
            ? ResolvedPath.Inside(normal)
            : real;
    }

    private bool TryFind(string path, out ImmutableArray<byte>? content)
    {
        content = null;
        var real = below.Resolve(path) is { Kind: ResolvedPathKind.Inside } resolved ? resolved.Path : RepositoryPath.Normalize(path);
        return real is not null && contents.TryGetValue(real, out content);
    }

    private bool IsGone(string directory, FileEntry entry) => contents.TryGetValue(Join(directory, entry.Name), out var content) && content is null;

    private FileKind KindOf(string path) => added.ContainsKey(path) ? FileKind.Directory : FileKind.File;

    private static string Join(string directory, string name) => directory.Length == 0 ? name : $"{directory}/{name}";

    /// <summary>The names of new files and directories, by the directory that has them.</summary>
    private static ImmutableDictionary<string, ImmutableHashSet<string>> FindAdded(IFileSystem below, ImmutableDictionary<string, ImmutableArray<byte>?> contents)
    {
        var found = ImmutableDictionary.CreateBuilder<string, ImmutableHashSet<string>>(StringComparer.Ordinal);
        foreach (var path in contents.Where(file => file.Value is not null).Select(file => file.Key))
        {
            var isThere = below.FileExists(path);
            for (var at = path; at.Length > 0 && !isThere; at = RepositoryPath.Parent(at))
            {
                var parent = RepositoryPath.Parent(at);
                found[parent] = (found.GetValueOrDefault(parent) ?? []).Add(RepositoryPath.FileName(at));
                isThere = below.DirectoryExists(parent);
            }
        }
        return found.ToImmutable();
    }
}
