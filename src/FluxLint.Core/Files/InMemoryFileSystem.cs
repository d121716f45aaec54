using System.Collections.Immutable;
using System.Text;

namespace FluxLint.Files;

/// <summary>Files in memory, for tests and editors. Immutable: each change gives a new file system.</summary>
public sealed class InMemoryFileSystem : IFileSystem
{
    private readonly ImmutableDictionary<string, Node> nodes;
    private readonly LinkResolver links;
    private readonly Lazy<ILookup<string, FileEntry>> entries;

    private InMemoryFileSystem(ImmutableDictionary<string, Node> nodes)
    {
        this.nodes = nodes;
        links = new(ReadLink, static _ => null, root: null);
        entries = new(() => nodes.Where(node => node.Key.Length > 0).ToLookup(
            node => RepositoryPath.Parent(node.Key),
            node => new FileEntry(RepositoryPath.FileName(node.Key), node.Value.Kind),
            StringComparer.Ordinal));
    }

    /// <summary>A root without files.</summary>
    public static InMemoryFileSystem Empty { get; } = new(ImmutableDictionary.Create<string, Node>(StringComparer.Ordinal).Add("", Node.Directory));

    /// <summary>Makes a file system of texts by path, encoded in UTF-8. The directories of the paths are there as well.</summary>
    /// <exception cref="ArgumentException">The path is not one below the root, or something else is there.</exception>
    public static InMemoryFileSystem Of(IEnumerable<KeyValuePair<string, string>> files)
    {
        var nodes = Empty.nodes.ToBuilder();
        foreach (var (path, text) in files)
            Add(nodes, path, new(FileKind.File, Encoding.UTF8.GetBytes(text), null));
        return new(nodes.ToImmutable());
    }

    /// <summary>The same files and one more, encoded in UTF-8. One that is there already is replaced.</summary>
    /// <exception cref="ArgumentException">The path is not one below the root, or something else is there.</exception>
    public InMemoryFileSystem WithFile(string path, string text) => WithFile(path, Encoding.UTF8.GetBytes(text));

    /// <summary>The same files and one more. One that is there already is replaced.</summary>
    /// <exception cref="ArgumentException">The path is not one below the root, or something else is there.</exception>
    public InMemoryFileSystem WithFile(string path, ReadOnlySpan<byte> bytes) => With(path, new(FileKind.File, bytes.ToArray(), null));

    /// <summary>The same files and a directory, which may stay empty.</summary>
    /// <exception cref="ArgumentException">The path is not one below the root, or something else is there.</exception>
    public InMemoryFileSystem WithDirectory(string path) => With(path, Node.Directory);

    /// <summary>The same files and a symbolic link.</summary>
    /// <param name="path">Where the link is.</param>
    /// <param name="target">What it holds: a path from the link's directory, or an absolute path, which leads outside.</param>
    /// <exception cref="ArgumentException">The path is not one below the root, or something else is there.</exception>
    public InMemoryFileSystem WithLink(string path, string target) => With(path, new(FileKind.SymbolicLink, [], target));

    /// <inheritdoc/>
    public ImmutableArray<FileEntry> List(string directory)
    {
        var real = Find(directory) is { Node.Kind: FileKind.Directory } found ? found.Path : throw new DirectoryNotFoundException($"there is no directory '{directory}'");
        return [.. entries.Value[real]];
    }

    /// <inheritdoc/>
    public byte[] ReadAllBytes(string path) =>
        Find(path) is { Node: { Kind: FileKind.File } file } ? [.. file.Content] : throw new FileNotFoundException($"there is no file '{path}'");

    /// <inheritdoc/>
    public bool FileExists(string path) => Find(path) is { Node.Kind: FileKind.File };

    /// <inheritdoc/>
    public bool DirectoryExists(string path) => Find(path) is { Node.Kind: FileKind.Directory };

    /// <inheritdoc/>
    public ResolvedPath Resolve(string path)
    {
        if (RepositoryPath.Normalize(path) is not { } normal)
            return ResolvedPath.Outside;
        var real = links.Resolve("", normal);
        return real.Kind != ResolvedPathKind.Inside || nodes.ContainsKey(real.Path) ? real : ResolvedPath.Broken;
    }

    private (string Path, Node Node)? Find(string path) =>
        Resolve(path) is { Kind: ResolvedPathKind.Inside } real ? (real.Path, nodes[real.Path]) : null;

    private string? ReadLink(string path) => nodes.TryGetValue(path, out var node) ? node.Target : null;

    private InMemoryFileSystem With(string path, Node node)
    {
        var changed = nodes.ToBuilder();
        Add(changed, path, node);
        return new(changed.ToImmutable());
    }

    private static void Add(ImmutableDictionary<string, Node>.Builder nodes, string path, Node node)
    {
        if (RepositoryPath.Normalize(path) is not { Length: > 0 } normal)
            throw new ArgumentException($"'{path}' is not a path below the root", nameof(path));
        for (var parent = RepositoryPath.Parent(normal); parent.Length > 0; parent = RepositoryPath.Parent(parent))
        {
            if (nodes.TryGetValue(parent, out var existing) && existing.Kind != FileKind.Directory)
                throw new ArgumentException($"'{parent}' is not a directory", nameof(path));
            nodes[parent] = Node.Directory;
        }
        if (nodes.TryGetValue(normal, out var present) && (present.Kind == FileKind.Directory) != (node.Kind == FileKind.Directory))
            throw new ArgumentException($"'{normal}' is there as something else", nameof(path));
        nodes[normal] = node;
    }

    private sealed record Node(FileKind Kind, byte[] Content, string? Target)
    {
        public static readonly Node Directory = new(FileKind.Directory, [], null);
    }
}
