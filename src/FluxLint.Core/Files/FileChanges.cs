using System.Collections.Frozen;

namespace FluxLint.Files;

/// <summary>How the files of a repository differ from those of an earlier state of it.</summary>
internal sealed class FileChanges
{
    /// <summary>Anything may differ.</summary>
    public static readonly FileChanges Unknown = new([], [], isListingChanged: true) { AreUnknown = true };

    private readonly FrozenSet<string> paths;
    private readonly FrozenSet<string> directories;

    /// <param name="paths">The files and directories that hold something else, are new, or are gone.</param>
    /// <param name="moved">Those that are new or gone.</param>
    /// <param name="isListingChanged">Whether other files are there than before.</param>
    public FileChanges(IEnumerable<string> paths, IEnumerable<string> moved, bool isListingChanged)
    {
        this.paths = paths.ToFrozenSet(StringComparer.Ordinal);
        directories = moved.Select(RepositoryPath.Parent).ToFrozenSet(StringComparer.Ordinal);
        IsListingChanged = isListingChanged;
    }

    /// <summary>Whether other files are there than before.</summary>
    public bool IsListingChanged { get; }

    /// <summary>Whether anything may differ.</summary>
    public bool AreUnknown { get; private init; }

    /// <summary>Whether a path holds something else, is new, or is gone.</summary>
    public bool Contains(string path) => AreUnknown || paths.Contains(path);

    /// <summary>Whether a file of a name holds something else, is new, or is gone.</summary>
    public bool ContainNamed(string name) => AreUnknown || paths.Any(path => RepositoryPath.FileName(path) == name);

    /// <summary>Whether something in a directory is new or gone.</summary>
    public bool HaveMovedIn(string directory) => AreUnknown || directories.Contains(directory);

    /// <summary>Whether anything in a directory or below it differs.</summary>
    public bool AreWithin(string directory) => AreUnknown || paths.Any(path => RepositoryPath.IsWithin(directory, path));
}
