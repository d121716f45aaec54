using System.Collections.Frozen;
using System.Text;
using FluxLint.Files;

namespace FluxLint.Cli.Git;

/// <summary>
/// The files on disk. What git would say of them, it says with the filters that the configuration of a repository names, and those are programs:
/// so the contents are compared here.
/// </summary>
/// <param name="root">Full path of the directory.</param>
/// <param name="repository">The files that are not ignored.</param>
/// <param name="git">Git, in the directory.</param>
/// <param name="objects">The objects of the repository.</param>
internal sealed class WorkTree(string root, Repository repository, GitProgram git, GitObjects objects) : IPresentFiles
{
    private const string Skipped = "S ";

    private readonly DiskFileSystem disk = new(root);
    private readonly Lazy<FrozenSet<string>> skipped = new(() => FindSkipped(git));

    /// <inheritdoc/>
    public IFileSystem Files => disk;

    /// <inheritdoc/>
    public IEnumerable<string> Paths => repository.Files;

    /// <inheritdoc/>
    public Likeness Compare(string path, GitEntry entry)
    {
        if (entry.Kind == GitEntryKind.Submodule)
            return Likeness.IsElsewhere;
        var link = LinkAt(path);
        if (link is not null)
            return entry.Kind == GitEntryKind.Link && BlobName.IsOf(entry.Id, Encoding.UTF8.GetBytes(link)) ? Likeness.Same : Likeness.IsOtherKind;
        if (disk.Resolve(path) is not { Kind: ResolvedPathKind.Inside } real)
            return skipped.Value.Contains(path) ? Likeness.Same : entry.Kind == GitEntryKind.Link ? Likeness.IsOtherKind : Likeness.Differs;
        if (real.Path != path)
            return Likeness.IsOtherKind;
        if (!disk.FileExists(path))
            return Likeness.IsOtherKind;
        // A system without links checks them out as files.
        return IsSame(path, entry) ? Likeness.Same : entry.Kind == GitEntryKind.Link ? Likeness.IsOtherKind : Likeness.Differs;
    }

    private bool IsSame(string path, GitEntry entry)
    {
        var content = disk.ReadAllBytes(path);
        return BlobName.IsOf(entry.Id, content) || (objects.Find(entry.Id) is { } kept && BlobName.IsBehind(kept, content));
    }

    /// <summary>What a sparse checkout leaves out, and nobody has deleted.</summary>
    private static FrozenSet<string> FindSkipped(GitProgram git) => (git.Ask("ls-files", "-t", "-z") ?? "")
        .Split('\0')
        .Where(line => line.StartsWith(Skipped, StringComparison.Ordinal))
        .Select(line => line[Skipped.Length..])
        .ToFrozenSet(StringComparer.Ordinal);

    private string? LinkAt(string path) => new FileInfo(Path.Join(root, path)).LinkTarget;
}
