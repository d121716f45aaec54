using System.Collections.Immutable;

namespace FluxLint.Files;

/// <summary>Which files a repository has, as one walk through it found them.</summary>
internal sealed class FileListing
{
    private readonly HashSet<string> plainFiles;
    private readonly HashSet<string> outsideLinks;
    private readonly Lazy<PathSpellings> spellings;

    private FileListing(FileWalk walk, FileProblems problems)
    {
        Problems = problems.Snapshot();
        plainFiles = new(walk.Files, StringComparer.Ordinal);
        outsideLinks = Problems.Where(problem => problem.Kind == FileProblemKind.Outside).Select(problem => problem.Location.Path).ToHashSet(StringComparer.Ordinal);
        HasLinks = walk.HasLinks;
        spellings = new(() => new(this));
        Directories = [.. walk.Directories.Order(StringComparer.Ordinal)];
        SourceIgnoreFiles = [.. walk.Files.Where(path => RepositoryPath.FileName(path) == SourceArtifact.IgnoreFile).Order(StringComparer.Ordinal)];
        Files = [.. walk.Files.Concat(walk.Links.Select(link => link.Path)).Order(StringComparer.Ordinal)];
        var duplicates = walk.Links.Where(link => IsManifest(link.Target)).Select(link => link.Path).ToHashSet(StringComparer.Ordinal);
        var withPolicies = PolicyExamples.DirectoriesOf(walk.Files);
        YamlFiles = [.. Files.Where(path => Repository.IsYaml(path) && !walk.Templates.Contains(path) && !duplicates.Contains(path) && PolicyExamples.Of(path, withPolicies) is null)];

        bool IsManifest(string path) => plainFiles.Contains(path) && Repository.IsYaml(path) && !walk.Templates.Contains(path);
    }

    /// <summary>All files that git does not ignore, in ordinal order.</summary>
    public ImmutableArray<string> Files { get; }

    /// <summary>The <c>.sourceignore</c> files.</summary>
    public ImmutableArray<string> SourceIgnoreFiles { get; }

    /// <summary>The directories that git does not ignore, in ordinal order.</summary>
    public ImmutableArray<string> Directories { get; }

    /// <summary>Those of <see cref="Files"/> that are read as YAML.</summary>
    public ImmutableArray<string> YamlFiles { get; }

    /// <summary>Whether the walk met a symbolic link.</summary>
    public bool HasLinks { get; }

    /// <summary>What a path that does not exist may have meant.</summary>
    public PathSpellings Spellings => spellings.Value;

    /// <summary>What the walk could not read, and links that lead outside.</summary>
    public ImmutableArray<FileProblem> Problems { get; }

    /// <summary>Finds the files below the root of a file system.</summary>
    public static FileListing Of(IFileSystem fileSystem, CancellationToken cancellation)
    {
        var problems = new FileProblems();
        var walk = new FileWalk(fileSystem, problems, cancellation);
        walk.Run();
        return new(walk, problems);
    }

    /// <summary>Whether a path is that of a file that git does not ignore.</summary>
    public bool Has(string path) => Files.BinarySearch(path, StringComparer.Ordinal) >= 0;

    /// <summary>Whether a path is that of a file which is no link.</summary>
    public bool IsPlainFile(string path) => plainFiles.Contains(path);

    /// <summary>Whether the walk has told of a link at a path, or above it, that leads outside.</summary>
    public bool IsReported(string path)
    {
        for (; path.Length > 0; path = RepositoryPath.Parent(path))
        {
            if (outsideLinks.Contains(path))
                return true;
        }
        return false;
    }

    /// <summary>The paths that only one of two listings has, or that are read as YAML in only one.</summary>
    public IEnumerable<string> Differences(FileListing other) =>
    [
        .. Either(Files, other.Files),
        .. Either(Directories, other.Directories),
        .. Either(YamlFiles, other.YamlFiles),
    ];

    private static IEnumerable<string> Either(ImmutableArray<string> left, ImmutableArray<string> right) =>
        left.Except(right, StringComparer.Ordinal).Concat(right.Except(left, StringComparer.Ordinal));
}
