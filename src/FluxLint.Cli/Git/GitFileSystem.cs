using System.Collections.Immutable;
using System.Text;
using FluxLint.Files;

namespace FluxLint.Cli.Git;

/// <summary>The files of a revision as git keeps them. Submodules are empty directories, as in a clone without them.</summary>
internal sealed class GitFileSystem : IFileSystem
{
    private readonly GitRevision revision;
    private readonly GitObjects objects;
    private readonly LinkResolver links;
    private readonly Dictionary<string, List<FileEntry>> directories = new(StringComparer.Ordinal) { [""] = [] };
    private readonly Dictionary<string, string> targets = new(StringComparer.Ordinal);

    /// <summary>Opens a revision.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="objects">Where its files are read; must outlive this.</param>
    public GitFileSystem(GitRevision revision, GitObjects objects)
    {
        this.revision = revision;
        this.objects = objects;
        links = new(path => targets.GetValueOrDefault(path), static _ => null, root: null);
        foreach (var (path, entry) in revision.Entries)
        {
            if (entry.Kind == GitEntryKind.Submodule)
                AddDirectory(path);
            else
                ListOf(RepositoryPath.Parent(path)).Add(new(RepositoryPath.FileName(path), entry.Kind == GitEntryKind.Link ? FileKind.SymbolicLink : FileKind.File));
            if (entry.Kind == GitEntryKind.Link)
                targets[path] = Encoding.UTF8.GetString(objects.Read(entry.Id));
        }
    }

    /// <inheritdoc/>
    public ImmutableArray<FileEntry> List(string directory) =>
        Find(directory) is { } real && directories.TryGetValue(real, out var entries) ? [.. entries] : throw new DirectoryNotFoundException($"there is no directory '{directory}'");

    /// <inheritdoc/>
    public byte[] ReadAllBytes(string path) =>
        FileAt(path) is { } file ? objects.Read(file.Id) : throw new FileNotFoundException($"there is no file '{path}'");

    /// <inheritdoc/>
    public bool FileExists(string path) => FileAt(path) is not null;

    /// <inheritdoc/>
    public bool DirectoryExists(string path) => Find(path) is { } real && directories.ContainsKey(real);

    /// <inheritdoc/>
    public ResolvedPath Resolve(string path)
    {
        if (RepositoryPath.Normalize(path) is not { } normal)
            return ResolvedPath.Outside;
        var real = links.Resolve("", normal);
        return real.Kind != ResolvedPathKind.Inside || directories.ContainsKey(real.Path) || revision.Entries.ContainsKey(real.Path) ? real : ResolvedPath.Broken;
    }

    private GitEntry? FileAt(string path) =>
        Find(path) is { } real && revision.Entries.GetValueOrDefault(real) is { Kind: GitEntryKind.File } file ? file : null;

    private string? Find(string path) => Resolve(path) is { Kind: ResolvedPathKind.Inside } real ? real.Path : null;

    private List<FileEntry> ListOf(string directory)
    {
        AddDirectory(directory);
        return directories[directory];
    }

    private void AddDirectory(string path)
    {
        if (!directories.TryAdd(path, []))
            return;
        ListOf(RepositoryPath.Parent(path)).Add(new(RepositoryPath.FileName(path), FileKind.Directory));
    }
}
