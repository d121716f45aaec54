using System.Collections.Concurrent;
using System.Collections.Immutable;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Files;

/// <summary>The files of a repository, and their syntax trees. Each file is parsed at most once; safe on many threads.</summary>
public sealed class Repository
{
    private static readonly string[] KustomizationNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

    private readonly IFileSystem fileSystem;
    private readonly FileProblems problems;
    private readonly TreeCache? cache;
    private readonly HashSet<string> plainFiles;
    private readonly HashSet<string> outsideLinks;
    private readonly ConcurrentDictionary<string, string?> realPaths = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<YamlTree?>> trees = new(StringComparer.Ordinal);
    private int filesParsed;
    private long charactersParsed;

    private Repository(IFileSystem fileSystem, FileWalk walk, FileProblems problems, TreeCache? cache)
    {
        this.cache = cache;
        this.fileSystem = fileSystem;
        this.problems = problems;
        plainFiles = new(walk.Files, StringComparer.Ordinal);
        outsideLinks = problems.Snapshot().Where(problem => problem.Kind == FileProblemKind.Outside).Select(problem => problem.Location.Path).ToHashSet(StringComparer.Ordinal);
        Directories = [.. walk.Directories.Order(StringComparer.Ordinal)];
        Files = [.. walk.Files.Concat(walk.Links.Select(link => link.Path)).Order(StringComparer.Ordinal)];
        var duplicates = walk.Links.Where(link => IsManifest(link.Target)).Select(link => link.Path).ToHashSet(StringComparer.Ordinal);
        YamlFiles = [.. Files.Where(path => IsYaml(path) && !walk.Templates.Contains(path) && !duplicates.Contains(path))];

        bool IsManifest(string path) => plainFiles.Contains(path) && IsYaml(path) && !walk.Templates.Contains(path);
    }

    /// <summary>All files that git does not ignore, in ordinal order; symbolic links among them when they lead to a file of the repository.</summary>
    public ImmutableArray<string> Files { get; }

    /// <summary>The directories that git does not ignore, in ordinal order, the root first.</summary>
    public ImmutableArray<string> Directories { get; }

    /// <summary>
    /// Those of <see cref="Files"/> that are YAML by their name, without the templates of Helm charts and without links to
    /// another of them.
    /// </summary>
    public ImmutableArray<string> YamlFiles { get; }

    /// <summary>What could not be read up to now, by path. Reading trees may add to it; the same reads give the same problems in any order.</summary>
    public ImmutableArray<FileProblem> Problems => problems.Snapshot();

    /// <summary>How many files have been parsed.</summary>
    public int FilesParsed => Volatile.Read(ref filesParsed);

    /// <summary>How many UTF-16 code units they have.</summary>
    public long CharactersParsed => Interlocked.Read(ref charactersParsed);

    /// <summary>Finds the files below the root of a file system. Nothing is parsed yet.</summary>
    public static Repository Load(IFileSystem fileSystem, CancellationToken cancellationToken = default) => Load(fileSystem, null, cancellationToken);

    /// <summary>Finds the files below the root of a file system. Nothing is parsed yet.</summary>
    /// <param name="fileSystem">The file system.</param>
    /// <param name="cache">Trees of files that may still be the same; null when there are none.</param>
    /// <param name="cancellationToken">Stops the work between two directories.</param>
    public static Repository Load(IFileSystem fileSystem, TreeCache? cache, CancellationToken cancellationToken = default)
    {
        var problems = new FileProblems();
        var walk = new FileWalk(fileSystem, problems, cancellationToken);
        walk.Run();
        return new(fileSystem, walk, problems, cache);
    }

    /// <summary>Opens a file system without looking what files there are: <see cref="Files"/> is empty, and paths are looked up as they are asked for.</summary>
    public static Repository Open(IFileSystem fileSystem)
    {
        var problems = new FileProblems();
        return new(fileSystem, new(fileSystem, problems, CancellationToken.None), problems, cache: null);
    }

    /// <summary>
    /// The syntax tree of a file, ignored ones included; null when there is no such file or it cannot be read. Its source has
    /// the path of the file itself where <paramref name="path"/> leads through links.
    /// </summary>
    public YamlTree? Tree(string path)
    {
        if (RealPath(path) is not { } real)
            return null;
        return trees.TryGetValue(real, out var known)
            ? known.Value
            : trees.GetOrAdd(real, static (path, repository) => new(() => repository.Parse(path)), this).Value;
    }

    /// <summary>The text of a file, read anew; null when there is no such file or it cannot be read.</summary>
    public SourceText? Text(string path) => RealPath(path) is { } real ? Read(real) : null;

    /// <summary>The bytes of a file, read anew; null when there is no such file or it cannot be read.</summary>
    internal byte[]? Bytes(string path) => RealPath(path) is { } real ? ReadBytes(real) : null;

    /// <summary>Whether there is a file, ignored or not. Never outside of the repository.</summary>
    public bool FileExists(string path) => plainFiles.Contains(path) || fileSystem.FileExists(path);

    /// <summary>Whether there is a directory, ignored or not. Never outside of the repository.</summary>
    public bool DirectoryExists(string path) => Directories.BinarySearch(path, StringComparer.Ordinal) >= 0 || fileSystem.DirectoryExists(path);

    /// <summary>The path of a file or directory once symbolic links are followed; null when it does not exist or lies outside of the repository.</summary>
    public string? RealPath(string path) => plainFiles.Contains(path) ? path : realPaths.GetOrAdd(path, Resolve);

    /// <summary>The file that kustomize would take in a directory; null when there is none.</summary>
    public string? KustomizationFile(string directory) => KustomizationFiles(directory) is [var first, ..] ? first : null;

    /// <summary>All kustomization files of a directory. Kustomize refuses a directory with more than one.</summary>
    public ImmutableArray<string> KustomizationFiles(string directory) =>
        [.. KustomizationNames.Select(name => directory.Length == 0 ? name : $"{directory}/{name}").Where(FileExists)];

    /// <summary>The file or directory whose path is nearest to one that does not exist; null when none is near.</summary>
    public string? NearestPath(string path) => Nearest(path, Directories.Concat(Files));

    /// <summary>The directory whose path is nearest to one that does not exist; null when none is near.</summary>
    public string? NearestDirectory(string path) => Nearest(path, Directories);

    /// <summary>Whether a path has a name that kustomize takes for a kustomization file.</summary>
    public static bool IsKustomizationFile(string path) => KustomizationNames.Contains(RepositoryPath.FileName(path));

    /// <summary>Whether a path leads out of the repository through a symbolic link.</summary>
    public bool LeavesRoot(string path) => fileSystem.Resolve(path).Kind == ResolvedPathKind.Outside;

    internal static bool IsYaml(string path) =>
        path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal) || RepositoryPath.FileName(path) == "Kustomization";

    // A parent is never what was meant.
    private static string? Nearest(string path, IEnumerable<string> candidates) =>
        NearestName.Find(path, candidates.Where(candidate => !RepositoryPath.IsWithin(candidate, path)), Allowance);

    /// <summary>The most edits between two paths: what their last parts allow that differ, and never so much that they have little in common.</summary>
    private static int Allowance(string path, string candidate)
    {
        var same = path.AsSpan().CommonPrefixLength(candidate);
        var shared = path.AsSpan(0, same).LastIndexOf('/') + 1;
        return Math.Min(NearestName.Allowance(Math.Max(path.Length, candidate.Length) - shared), 8);
    }

    private string? Resolve(string path)
    {
        var resolved = fileSystem.Resolve(path);
        if (resolved.Kind == ResolvedPathKind.Outside && RepositoryPath.Normalize(path) is { } normal && !IsReported(normal))
            problems.Add(FileProblemKind.Outside, normal, $"'{normal}' leads out of the repository through a symbolic link");
        return resolved.Kind == ResolvedPathKind.Inside ? resolved.Path : null;
    }

    private bool IsReported(string path)
    {
        for (; path.Length > 0; path = RepositoryPath.Parent(path))
        {
            if (outsideLinks.Contains(path))
                return true;
        }
        return false;
    }

    private YamlTree? Parse(string path)
    {
        if (Read(path) is not { } source)
            return null;
        Interlocked.Increment(ref filesParsed);
        Interlocked.Add(ref charactersParsed, source.Text.Length);
        return cache?.Parse(source) ?? YamlTree.Parse(source);
    }

    private SourceText? Read(string path) => ReadBytes(path) is { } bytes ? SourceText.Decode(path, bytes) : null;

    private byte[]? ReadBytes(string path)
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
}
