using System.Collections.Immutable;
using FluxLint.Text;

namespace FluxLint.Files;

/// <summary>The paths of a repository by their spelling: what one that does not exist may have meant.</summary>
internal sealed class PathSpellings
{
    private readonly Spelling[] directories;
    private readonly Spelling[] paths;
    private readonly ILookup<string, string> filesByName;
    private readonly ImmutableArray<string> files;

    public PathSpellings(FileListing listing)
    {
        directories = [.. listing.Directories.Select(path => new Spelling(path))];
        paths = [.. directories, .. listing.Files.Select(path => new Spelling(path))];
        files = listing.Files;
        filesByName = listing.Files.ToLookup(RepositoryPath.FileName, StringComparer.Ordinal);
    }

    /// <summary>The files of a name, whatever their directory, in ordinal order.</summary>
    public IEnumerable<string> FilesNamed(string name) => filesByName[name];

    /// <summary>The file that differs from one that does not exist in the extension alone, the nearest of them; null when none that may be meant does.</summary>
    public string? NearestOfStem(string path, Func<string, bool> isMeant)
    {
        var stem = RepositoryPath.Stem(path);
        var start = files.BinarySearch(stem, StringComparer.Ordinal);
        var alike = files.Skip(start < 0 ? ~start : start).TakeWhile(file => file.StartsWith(stem, StringComparison.Ordinal)).Where(file => RepositoryPath.Stem(file) == stem);
        return Nearest(path, [.. alike.Select(file => new Spelling(file))], isMeant);
    }

    /// <summary>The file or directory whose path is nearest to one that does not exist; null when none that may be meant is near.</summary>
    public string? Nearest(string path, Func<string, bool> isMeant) => Nearest(path, paths, isMeant);

    /// <summary>The directory whose path is nearest to one that does not exist; null when none that may be meant is near.</summary>
    public string? NearestDirectory(string path, Func<string, bool> isMeant) => Nearest(path, directories, isMeant);

    // A parent is never what was meant.
    private static string? Nearest(string path, Spelling[] candidates, Func<string, bool> isMeant) =>
        NearestName.Find(path, candidates, Allowance, candidate => !RepositoryPath.IsWithin(candidate, path) && isMeant(candidate));

    /// <summary>The most edits between two paths: what their last parts allow that differ, and never so much that they have little in common.</summary>
    private static int Allowance(string path, string candidate)
    {
        var same = path.AsSpan().CommonPrefixLength(candidate);
        var shared = path.AsSpan(0, same).LastIndexOf('/') + 1;
        return Math.Min(NearestName.Allowance(Math.Max(path.Length, candidate.Length) - shared), 8);
    }
}
