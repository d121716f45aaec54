using System.Collections.Immutable;

namespace FluxLint.Files;

/// <summary>The files of a repository that the artifact of a source has.</summary>
internal sealed class ArtifactFiles(SourceArtifact artifact, RepositoryFiles files)
{
    /// <summary>Whether a file or directory of the repository is in the artifact.</summary>
    /// <param name="path">The path.</param>
    /// <param name="reads">Takes note of what is asked.</param>
    public bool Has(string path, FileReads? reads)
    {
        var (asFile, asDirectory) = (artifact.Has(path, isDirectory: false), artifact.Has(path, isDirectory: true));
        // As nearly always, it does not matter what stands there, and the disk need not be asked.
        if (asFile && asDirectory)
            return true;
        if (!files.DirectoryExists(path))
            return asFile;
        if (asDirectory)
            return true;
        reads?.AddListing();
        return HasBelow(path);
    }

    /// <summary>Those of some paths that are in the artifact.</summary>
    public ImmutableArray<string> Of(ImmutableArray<string> paths) => paths.RemoveAll(path => !Has(path, reads: null));

    /// <summary>Whether other sources bring what is at a path, or something below it.</summary>
    public bool Brings(string path) => artifact.Brings(path);

    private bool HasBelow(string directory)
    {
        var all = files.Listing.Files;
        var start = all.BinarySearch($"{directory}/", StringComparer.Ordinal);
        for (var i = start < 0 ? ~start : start; i < all.Length && RepositoryPath.IsWithin(directory, all[i]); i++)
        {
            if (artifact.Has(all[i], isDirectory: false))
                return true;
        }
        return false;
    }
}
