using FluxLint.Files;

namespace FluxLint.Cli.Git;

/// <summary>The files of another revision.</summary>
/// <param name="revision">The revision.</param>
/// <param name="files">Its files.</param>
internal sealed class RevisionTree(GitRevision revision, IFileSystem files) : IPresentFiles
{
    /// <inheritdoc/>
    public IFileSystem Files => files;

    /// <inheritdoc/>
    public IEnumerable<string> Paths => revision.Entries.Where(entry => entry.Value.Kind != GitEntryKind.Submodule).Select(entry => entry.Key);

    /// <inheritdoc/>
    public Likeness Compare(string path, GitEntry entry)
    {
        var present = revision.Entries.GetValueOrDefault(path);
        if (present == entry)
            return Likeness.Same;
        if (entry.Kind == GitEntryKind.Submodule || present?.Kind == GitEntryKind.Submodule)
            return Likeness.IsElsewhere;
        return entry.Kind == GitEntryKind.Link || present?.Kind == GitEntryKind.Link ? Likeness.IsOtherKind : Likeness.Differs;
    }
}
