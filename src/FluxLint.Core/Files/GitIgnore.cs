using System.Collections.Immutable;

namespace FluxLint.Files;

/// <summary>The .gitignore files that hold in a directory: its own and those of its parents.</summary>
internal sealed class GitIgnore
{
    public const string FileName = ".gitignore";

    private readonly GitIgnore? outer;
    private readonly string directory;
    private readonly ImmutableArray<GitIgnorePattern> patterns;

    private GitIgnore(GitIgnore? outer, string directory, ImmutableArray<GitIgnorePattern> patterns)
    {
        this.outer = outer;
        this.directory = directory;
        this.patterns = patterns;
    }

    /// <summary>Ignores nothing.</summary>
    public static GitIgnore None { get; } = new(null, "", []);

    /// <summary>Adds the file of a directory below.</summary>
    public GitIgnore With(string inner, string text) =>
        new(this, inner, [.. text.Split('\n').Select(GitIgnorePattern.Parse).OfType<GitIgnorePattern>()]);

    /// <summary>Whether something is ignored whose parent directory is not: what lies in an ignored directory is ignored whatever patterns say.</summary>
    /// <param name="path">The path from the root, below the directory of the innermost file.</param>
    /// <param name="isDirectory">Whether a directory is there, and not a link to one.</param>
    public bool Ignores(string path, bool isDirectory)
    {
        for (var file = this; file is not null; file = file.outer)
        {
            var relative = path.AsSpan(file.directory.Length == 0 ? 0 : file.directory.Length + 1);
            for (var i = file.patterns.Length - 1; i >= 0; i--)
            {
                if (file.patterns[i].Matches(relative, isDirectory))
                    return !file.patterns[i].IsNegated;
            }
        }
        return false;
    }
}
