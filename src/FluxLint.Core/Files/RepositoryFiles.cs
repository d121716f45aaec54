using System.Collections.Concurrent;
using System.Collections.Immutable;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Files;

/// <summary>One state of the files of a repository, and their trees. Nothing is looked at before it is asked for; safe on many threads.</summary>
internal sealed class RepositoryFiles
{
    private static readonly string[] KustomizationNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

    private readonly IFileSystem fileSystem;
    private readonly Lock walking = new();
    private readonly FileProblems problems = new();
    private readonly ConcurrentDictionary<string, string?> realPaths;
    private readonly ConcurrentDictionary<string, Lazy<YamlTree?>> trees;
    private readonly ConcurrentDictionary<string, string[]> kustomizationFiles;
    private FileListing? listing;
    private int filesParsed;
    private long charactersParsed;

    public RepositoryFiles(IFileSystem fileSystem)
        : this(fileSystem, listing: null, [], [], [])
    {
    }

    private RepositoryFiles(
        IFileSystem fileSystem,
        FileListing? listing,
        IEnumerable<KeyValuePair<string, string?>> realPaths,
        IEnumerable<KeyValuePair<string, Lazy<YamlTree?>>> trees,
        IEnumerable<KeyValuePair<string, string[]>> kustomizationFiles)
    {
        this.fileSystem = fileSystem;
        this.listing = listing;
        this.realPaths = new(realPaths, StringComparer.Ordinal);
        this.trees = new(trees, StringComparer.Ordinal);
        this.kustomizationFiles = new(kustomizationFiles, StringComparer.Ordinal);
    }

    public FileListing Listing => Walk(CancellationToken.None);

    public int FilesParsed => Volatile.Read(ref filesParsed);

    public long CharactersParsed => Interlocked.Read(ref charactersParsed);

    /// <summary>What could not be read up to now, by path and kind.</summary>
    public ImmutableArray<FileProblem> Problems
    {
        get
        {
            var all = new FileProblems();
            foreach (var problem in (Volatile.Read(ref listing)?.Problems ?? []).Concat(problems.Snapshot()))
                all.Add(problem);
            return all.Snapshot();
        }
    }

    /// <summary>Finds the files there are, unless that is known.</summary>
    public FileListing Walk(CancellationToken cancellation)
    {
        if (Volatile.Read(ref listing) is { } known)
            return known;
        lock (walking)
            return listing ??= FileListing.Of(fileSystem, cancellation);
    }

    public YamlTree? Tree(string real) => trees.TryGetValue(real, out var known)
        ? known.Value
        : trees.GetOrAdd(real, static (path, files) => new(() => files.Parse(path)), this).Value;

    public bool FileExists(string path) => IsPlainFile(path) || fileSystem.FileExists(path);

    public bool DirectoryExists(string path) =>
        (Volatile.Read(ref listing) is { } known && known.Directories.BinarySearch(path, StringComparer.Ordinal) >= 0) || fileSystem.DirectoryExists(path);

    public string? RealPath(string path) => IsPlainFile(path) ? path : realPaths.GetOrAdd(path, Resolve);

    public bool LeavesRoot(string path) => fileSystem.Resolve(path).Kind == ResolvedPathKind.Outside;

    /// <summary>The kustomization files of a directory, the one that kustomize would take first.</summary>
    public string[] KustomizationFiles(string directory) =>
        kustomizationFiles.GetOrAdd(directory, static (directory, files) => [.. KustomizationNames.Select(name => directory.Length == 0 ? name : $"{directory}/{name}").Where(files.FileExists)], this);

    public static bool IsKustomizationFile(string path) => KustomizationNames.Contains(RepositoryPath.FileName(path));

    public byte[]? Bytes(string path)
    {
        if (!FileExists(path))
            return null;
        try
        {
            var bytes = fileSystem.ReadAllBytes(path);
            if (bytes.Length <= YamlLimits.Characters * 4L)
                return bytes;
            problems.Add(FileProblemKind.TooLarge, path, $"the file '{path}' has {bytes.Length:N0} bytes, and at most {YamlLimits.Characters * 4L:N0} are read");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problems.AddUnreadable(path, "file", failure);
        }
        return null;
    }

    /// <summary>The state after edits, which keeps the trees of all other files.</summary>
    /// <param name="edits">The new contents by path; null for a file or directory that is gone.</param>
    public (RepositoryFiles Files, FileChanges Changes) With(IEnumerable<KeyValuePair<string, ImmutableArray<byte>?>> edits)
    {
        var contents = edits.ToDictionary(edit => RealPath(edit.Key) ?? edit.Key, edit => edit.Value, StringComparer.Ordinal);
        var changed = OverlayFileSystem.Over(fileSystem, contents);
        var before = Listing;
        var moved = contents.Keys.SelectMany(path => PathsThatMove(path, changed)).ToList();
        // A disk is ahead of what was found there before.
        var mayMove = moved.Count > 0 || contents.Keys.Any(path => RepositoryPath.FileName(path) == GitIgnore.FileName || before.Has(path) != changed.FileExists(path));
        var after = mayMove ? FileListing.Of(changed, CancellationToken.None) : before;
        var differences = mayMove ? after.Differences(before).ToList() : [];
        moved.AddRange(differences.Where(path => contents.Keys.Any(edited => RepositoryPath.IsWithin(path, edited))));
        // What a link leads to may have come or gone, and nobody who asked for the link knows.
        var changes = moved.Count > 0 && (before.HasLinks || after.HasLinks)
            ? FileChanges.Unknown
            : new FileChanges([.. contents.Keys, .. moved, .. differences], moved, differences.Count > 0);
        var isSettled = moved.Count == 0;
        var next = new RepositoryFiles(
            changed,
            after,
            isSettled ? realPaths : [],
            trees.Where(tree => !changes.Contains(tree.Key)),
            isSettled ? kustomizationFiles : []);
        foreach (var problem in problems.Snapshot().Where(problem => !changes.Contains(problem.Location.Path)))
            next.problems.Add(problem);
        return (next, changes);
    }

    /// <summary>A path, and the directories above it, where it is there in only one of two states.</summary>
    private IEnumerable<string> PathsThatMove(string path, IFileSystem other)
    {
        if (fileSystem.FileExists(path) != other.FileExists(path))
            yield return path;
        for (var parent = RepositoryPath.Parent(path); parent.Length > 0 && fileSystem.DirectoryExists(parent) != other.DirectoryExists(parent); parent = RepositoryPath.Parent(parent))
            yield return parent;
    }

    private bool IsPlainFile(string path) => Volatile.Read(ref listing)?.IsPlainFile(path) == true;

    private string? Resolve(string path)
    {
        var resolved = fileSystem.Resolve(path);
        if (resolved.Kind == ResolvedPathKind.Outside && RepositoryPath.Normalize(path) is { } normal && Volatile.Read(ref listing)?.IsReported(normal) != true)
            problems.Add(FileProblemKind.Outside, normal, $"'{normal}' leads out of the repository through a symbolic link");
        return resolved.Kind == ResolvedPathKind.Inside ? resolved.Path : null;
    }

    private YamlTree? Parse(string path)
    {
        if (Bytes(path) is not { } bytes)
            return null;
        var source = SourceText.Decode(path, bytes);
        Interlocked.Increment(ref filesParsed);
        Interlocked.Add(ref charactersParsed, source.Text.Length);
        return YamlTree.Parse(source);
    }
}
