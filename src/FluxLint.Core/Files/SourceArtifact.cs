using System.Collections.Immutable;

namespace FluxLint.Files;

/// <summary>Which files of a directory are in the artifact that a source makes of it. Two that decide alike are equal.</summary>
internal sealed class SourceArtifact : IEquatable<SourceArtifact>
{
    /// <summary>Name of the files that say what an artifact leaves out.</summary>
    public const string IgnoreFile = ".sourceignore";

    private readonly string root;
    private readonly ImmutableArray<string> checkedOut;
    private readonly ImmutableArray<string> brought;
    private readonly ImmutableArray<SourceIgnorePattern> patterns;
    private readonly string key;

    /// <param name="root">The directory.</param>
    /// <param name="checkedOut">What paths start with that are taken; all are when there is none.</param>
    /// <param name="brought">Paths that other sources fill.</param>
    /// <param name="patterns">What is left out, of which the last that matches decides.</param>
    public SourceArtifact(string root, ImmutableArray<string> checkedOut, ImmutableArray<string> brought, ImmutableArray<SourceIgnorePattern> patterns)
    {
        this.root = root;
        this.checkedOut = checkedOut;
        this.brought = brought;
        this.patterns = patterns;
        key = string.Join('\n', [root, .. checkedOut, "", .. brought, "", .. patterns.Select(pattern => $"{pattern.Directory}:{pattern.Line}")]);
    }

    /// <summary>Whether a file is in it, or a directory by its own name: one that is not comes with the files below it that are.</summary>
    public bool Has(string path, bool isDirectory)
    {
        if (!RepositoryPath.IsWithin(root, path) || path == root)
            return true;
        return IsCheckedOut(path, isDirectory) && !IsExcluded(path, isDirectory);
    }

    /// <summary>Whether other sources bring what is at a path, or something below it.</summary>
    public bool Brings(string path) => brought.Any(to => RepositoryPath.IsWithin(to, path) || RepositoryPath.IsWithin(path, to));

    /// <summary>Whether other sources bring a path.</summary>
    public bool IsBrought(string path) => brought.Any(to => RepositoryPath.IsWithin(to, path));

    /// <inheritdoc/>
    public bool Equals(SourceArtifact? other) => other is not null && key == other.key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SourceArtifact);

    /// <inheritdoc/>
    public override int GetHashCode() => key.GetHashCode(StringComparison.Ordinal);

    private bool IsCheckedOut(string path, bool isDirectory) =>
        checkedOut.IsEmpty || checkedOut.Any(start => path.StartsWith(start, StringComparison.Ordinal) || (isDirectory && RepositoryPath.IsWithin(path, start)));

    private bool IsExcluded(string path, bool isDirectory)
    {
        var parts = path.Split('/');
        for (var i = patterns.Length - 1; i >= 0; i--)
        {
            if (patterns[i].Matches(parts, isDirectory))
                return !patterns[i].IsNegated;
        }
        return false;
    }
}
