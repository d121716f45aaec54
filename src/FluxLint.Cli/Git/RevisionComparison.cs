using System.Collections.Immutable;
using FluxLint.Files;

namespace FluxLint.Cli.Git;

/// <summary>Finds out how the files of a revision differ from those at hand.</summary>
internal sealed class RevisionComparison
{
    private readonly GitRevision revision;
    private readonly GitObjects objects;
    private readonly IPresentFiles present;
    private readonly Dictionary<string, ImmutableArray<byte>?> edits = new(StringComparer.Ordinal);
    private readonly HashSet<string> directories;
    private readonly List<string> notes = [];

    private RevisionComparison(GitRevision revision, GitObjects objects, IPresentFiles present)
    {
        this.revision = revision;
        this.objects = objects;
        this.present = present;
        directories = [.. revision.Entries.Keys.SelectMany(Parents)];
    }

    /// <summary>Compares a revision with the files at hand.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="objects">Where its files are read.</param>
    /// <param name="present">The files at hand.</param>
    /// <param name="kept">The paths of files that are the same for both.</param>
    public static EarlierFiles Of(GitRevision revision, GitObjects objects, IPresentFiles present, IReadOnlySet<string> kept)
    {
        var comparison = new RevisionComparison(revision, objects, present);
        var areContents = comparison.AddEarlier(kept) && comparison.AddNew(kept);
        return new(areContents ? comparison.edits : null, [.. comparison.notes.Order(StringComparer.Ordinal)]);
    }

    private bool AddEarlier(IReadOnlySet<string> kept)
    {
        var entries = revision.Entries.Where(entry => !kept.Contains(entry.Key)).ToArray();
        var likeness = Compare(entries);
        for (var i = 0; i < entries.Length; i++)
        {
            var (path, entry) = entries[i];
            if (likeness[i] == Likeness.IsElsewhere)
                notes.Add($"the submodule '{path}' is not compared");
            else if (likeness[i] == Likeness.IsOtherKind || (likeness[i] == Likeness.Differs && !Add(path, objects.Find(entry.Id))))
                return false;
        }
        return true;
    }

    private Likeness[] Compare(KeyValuePair<string, GitEntry>[] entries)
    {
        var likeness = new Likeness[entries.Length];
        try
        {
            Parallel.For(0, entries.Length, i => likeness[i] = present.Compare(entries[i].Key, entries[i].Value));
        }
        catch (AggregateException failures) when (failures.InnerException is IOException or UnauthorizedAccessException)
        {
            throw new GitException(failures.InnerException.Message);
        }
        return likeness;
    }

    private bool Add(string path, byte[]? content)
    {
        // So large that it is read on neither side.
        if (content is null)
            return true;
        if (BlobName.IsPointer(content))
        {
            notes.Add($"'{path}' is kept by Git LFS, so that what '{revision.Name}' has of it is not known");
            return true;
        }
        edits[path] = [.. content];
        // A file stands where a directory was, or the other way round.
        return !present.Files.DirectoryExists(path) && !Parents(path).Any(present.Files.FileExists);
    }

    private bool AddNew(IReadOnlySet<string> kept)
    {
        foreach (var path in present.Paths.Where(path => !kept.Contains(path) && !revision.Entries.ContainsKey(path)))
        {
            if (Parents(path).Any(parent => revision.Entries.TryGetValue(parent, out var entry) && entry.Kind == GitEntryKind.Submodule))
                continue;
            if (present.Files.Resolve(path).Path != path)
                return false;
            edits[path] = null;
            foreach (var parent in Parents(path).TakeWhile(parent => !directories.Contains(parent)))
                edits[parent] = null;
        }
        return true;
    }

    private static IEnumerable<string> Parents(string path)
    {
        for (var parent = RepositoryPath.Parent(path); parent.Length > 0; parent = RepositoryPath.Parent(parent))
            yield return parent;
    }
}
