namespace FluxLint.Files;

/// <summary>The .gitignore files that hold in a directory: its own and those of its parents.</summary>
internal sealed class GitIgnore
{
    public const string FileName = ".gitignore";

    /// <summary>The most patterns with wildcards that hold in a directory: each is held against each path.</summary>
    public const int MaximumWildcards = 2_000;

    private readonly GitIgnore? outer;
    private readonly string directory;
    private readonly GitIgnorePatterns patterns;
    private readonly int wildcards;

    private GitIgnore(GitIgnore? outer, string directory, GitIgnorePatterns patterns)
    {
        this.outer = outer;
        this.directory = directory;
        this.patterns = patterns;
        wildcards = (outer?.wildcards ?? 0) + patterns.Wildcards;
    }

    /// <summary>Ignores nothing.</summary>
    public static GitIgnore None { get; } = new(null, "", GitIgnorePatterns.Read("", 0));

    /// <summary>Whether there are more patterns with wildcards than are read.</summary>
    public bool IsCut => patterns.IsCut;

    /// <summary>Adds the file of a directory below.</summary>
    public GitIgnore With(string inner, string text) => new(this, inner, GitIgnorePatterns.Read(text, MaximumWildcards - wildcards));

    /// <summary>Whether something is ignored whose parent directory is not: what lies in an ignored directory is ignored whatever patterns say.</summary>
    /// <param name="path">The path from the root, below the directory of the innermost file.</param>
    /// <param name="isDirectory">Whether a directory is there, and not a link to one.</param>
    public bool Ignores(string path, bool isDirectory)
    {
        for (var file = this; file is not null; file = file.outer)
        {
            var relative = file.directory.Length == 0 ? path : path[(file.directory.Length + 1)..];
            if (file.patterns.Last(relative, isDirectory) is { } last)
                return !last.IsNegated;
        }
        return false;
    }
}
