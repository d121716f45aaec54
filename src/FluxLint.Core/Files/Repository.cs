using System.Collections.Immutable;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Files;

/// <summary>The files of a repository, and their syntax trees. Immutable; each file is parsed at most once; safe on many threads.</summary>
public sealed class Repository
{
    private readonly RepositoryFiles files;
    private readonly FileReads? reads;
    private readonly ArtifactFiles? artifact;

    private Repository(RepositoryFiles files, FileReads? reads, ArtifactFiles? artifact = null)
    {
        this.files = files;
        this.reads = reads;
        this.artifact = artifact;
    }

    /// <summary>All files that git does not ignore, in ordinal order; symbolic links among them when they lead to a file of the repository.</summary>
    public ImmutableArray<string> Files => artifact is null ? Listing.Files : artifact.Of(Listing.Files);

    /// <summary>The directories that git does not ignore, in ordinal order, the root first.</summary>
    public ImmutableArray<string> Directories => artifact is null ? Listing.Directories : artifact.Of(Listing.Directories);

    /// <summary>
    /// Those of <see cref="Files"/> that are YAML by their name, without the templates of Helm charts, the examples of policies, and links to
    /// another of them.
    /// </summary>
    public ImmutableArray<string> YamlFiles => artifact is null ? Listing.YamlFiles : artifact.Of(Listing.YamlFiles);

    /// <summary>The <c>.sourceignore</c> files, a directory before those below it.</summary>
    internal ImmutableArray<string> SourceIgnoreFiles
    {
        get
        {
            reads?.AddFilesNamed(SourceArtifact.IgnoreFile);
            return files.Listing.SourceIgnoreFiles;
        }
    }

    /// <summary>What could not be read up to now, by path. Reading trees may add to it; the same reads give the same problems in any order.</summary>
    public ImmutableArray<FileProblem> Problems
    {
        get
        {
            reads?.AddListing();
            return files.Problems;
        }
    }

    /// <summary>How many files have been parsed for this state of the repository; trees of an earlier state are not parsed again.</summary>
    internal int FilesParsed => files.FilesParsed;

    /// <summary>How many UTF-16 code units they have.</summary>
    internal long CharactersParsed => files.CharactersParsed;

    /// <summary>Whether there are symbolic links in the repository.</summary>
    internal bool HasLinks => Listing.HasLinks;

    private FileListing Listing
    {
        get
        {
            reads?.AddListing();
            return files.Listing;
        }
    }

    /// <summary>Opens the repository below the root of a file system. Nothing is read before it is asked for.</summary>
    internal static Repository Open(IFileSystem fileSystem) => new(new(fileSystem), reads: null);

    /// <summary>Opens a repository and finds the files there are. Nothing is parsed yet.</summary>
    /// <param name="fileSystem">The file system.</param>
    /// <param name="cancellationToken">Stops the work between two directories.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    internal static Repository Load(IFileSystem fileSystem, CancellationToken cancellationToken = default)
    {
        var files = new RepositoryFiles(fileSystem);
        files.Walk(cancellationToken);
        return new(files, reads: null);
    }

    /// <summary>
    /// The syntax tree of a file, ignored ones included; null when there is no such file or it cannot be read. Its source has
    /// the path of the file itself where <paramref name="path"/> leads through links.
    /// </summary>
    public YamlTree? Tree(string path) => RealPath(path) is { } real ? files.Tree(real) : null;

    /// <summary>The text of a file, read anew; null when there is no such file or it cannot be read.</summary>
    public SourceText? Text(string path) => RealPath(path) is { } real && files.Bytes(real) is { } bytes ? SourceText.Decode(real, bytes) : null;

    /// <summary>The bytes of a file, read anew; null when there is no such file or it cannot be read.</summary>
    internal byte[]? Bytes(string path) => RealPath(path) is { } real ? files.Bytes(real) : null;

    /// <summary>Whether there is a file, ignored or not. Never outside of the repository.</summary>
    public bool FileExists(string path)
    {
        reads?.Add(path);
        return files.FileExists(path) && Holds(path);
    }

    /// <summary>Whether there is a directory, ignored or not. Never outside of the repository.</summary>
    public bool DirectoryExists(string path)
    {
        reads?.Add(path);
        return files.DirectoryExists(path) && Holds(path);
    }

    /// <summary>The path of a file or directory once symbolic links are followed; null when it does not exist or lies outside of the repository.</summary>
    public string? RealPath(string path)
    {
        var real = files.RealPath(path);
        reads?.Add(path);
        if (real is not null)
            reads?.Add(real);
        return real is not null && Holds(real) ? real : null;
    }

    /// <summary>The file that kustomize would take in a directory; null when there is none.</summary>
    public string? KustomizationFile(string directory) => FindKustomizationFiles(directory) is [var first, ..] ? first : null;

    /// <summary>All kustomization files of a directory. Kustomize refuses a directory with more than one.</summary>
    public ImmutableArray<string> KustomizationFiles(string directory) => [.. FindKustomizationFiles(directory)];

    /// <summary>
    /// The file or directory that is probably meant by a path that does not exist: a file of the same name that was moved, else one beside it
    /// with another extension, else the one whose path is nearest; null when there is neither.
    /// </summary>
    public string? NearestPath(string path) => NearestPath(path, static _ => false);

    /// <summary>The same, without what cannot be meant.</summary>
    internal string? NearestPath(string path, Func<string, bool> isTaken)
    {
        return Moved(path, isTaken) ?? Listing.Spellings.NearestOfStem(path, IsMeant) ?? Listing.Spellings.Nearest(path, IsMeant);

        bool IsMeant(string candidate) => !isTaken(candidate) && Holds(candidate);
    }

    /// <summary>The directory whose path is nearest to one that does not exist; null when none is near.</summary>
    public string? NearestDirectory(string path) => Listing.Spellings.NearestDirectory(path, Holds);

    /// <summary>Whether a path has a name that kustomize takes for a kustomization file.</summary>
    public static bool IsKustomizationFile(string path) => RepositoryFiles.IsKustomizationFile(path);

    /// <summary>Whether a path leads out of the repository through a symbolic link.</summary>
    public bool LeavesRoot(string path)
    {
        reads?.Add(path);
        return files.LeavesRoot(path);
    }

    /// <summary>The same repository, which takes note of what it is asked.</summary>
    internal Repository Noting(FileReads notes) => new(files, notes, artifact);

    /// <summary>What the artifact of a source has of the repository.</summary>
    internal Repository Within(SourceArtifact part) => new(files, reads, new(part, files));

    /// <summary>Whether the repository has something at a path that the artifact looked at does not have.</summary>
    internal bool IsLeftOut(string path) => artifact is not null && files.RealPath(path) is { } real && !Holds(real);

    /// <summary>Whether other sources bring to the artifact looked at what is at a path, or something below it.</summary>
    internal bool IsBrought(string path) => artifact?.Brings(path) == true;

    /// <summary>Finds the files there are, unless that is known.</summary>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    internal void Walk(CancellationToken cancellation) => files.Walk(cancellation);

    /// <summary>The repository after edits, which keeps the trees of all other files, and what differs.</summary>
    /// <param name="edits">The new contents by path; null for a file or directory that is gone.</param>
    internal (Repository Repository, FileChanges Changes) With(IEnumerable<KeyValuePair<string, ImmutableArray<byte>?>> edits)
    {
        var (next, changes) = files.With(edits);
        return (new(next, reads: null), changes);
    }

    internal static bool IsYaml(string path) =>
        path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal) || RepositoryPath.FileName(path) == "Kustomization";

    private bool Holds(string path) => artifact is null || artifact.Has(path, reads);

    private string[] FindKustomizationFiles(string directory)
    {
        var found = files.KustomizationFiles(directory);
        if (artifact is not null)
            found = Array.FindAll(found, Holds);
        reads?.AddEntriesOf(directory);
        // Who asks which file it is goes by what is in it.
        foreach (var path in found)
            reads?.Add(path);
        return found;
    }

    /// <summary>The only file of the same name in another directory that has not its place there; null when there is none, or more than one.</summary>
    private string? Moved(string path, Func<string, bool> isTaken)
    {
        var name = RepositoryPath.FileName(path);
        if (IsKustomizationFile(name))
            return null;
        var namesakes = Listing.Spellings.FilesNamed(name).Where(file => file != path && !isTaken(file) && Holds(file)).Take(2).ToList();
        return namesakes is [var only] && !IsListedBeside(only) ? only : null;
    }

    private bool IsListedBeside(string file) =>
        KustomizationFile(RepositoryPath.Parent(file)) is { } kustomization && Tree(kustomization) is { } tree
        && tree.DescendantNodes().Any(node => node is YamlScalar { Value: var text } && RepositoryPath.Combine(RepositoryPath.Parent(file), text) == file);
}
