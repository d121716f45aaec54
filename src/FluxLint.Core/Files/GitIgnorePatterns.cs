namespace FluxLint.Files;

/// <summary>
/// The lines of one .gitignore file, of which the last that matches decides. Those without wildcards are looked up, so that a long list of
/// names costs as little as a short one.
/// </summary>
internal sealed class GitIgnorePatterns
{
    private readonly Dictionary<string, NumberedPattern> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NumberedPattern> paths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NumberedPattern> directoryNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NumberedPattern> directoryPaths = new(StringComparer.Ordinal);
    private readonly List<NumberedPattern> wildcards = [];

    private GitIgnorePatterns()
    {
    }

    /// <summary>The number of patterns with wildcards.</summary>
    public int Wildcards => wildcards.Count;

    /// <summary>Whether there were more patterns with wildcards than were read.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Reads the text of a file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The most patterns with wildcards that are read.</param>
    public static GitIgnorePatterns Read(string text, int most)
    {
        var read = new GitIgnorePatterns();
        var line = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            line++;
            if (GitIgnorePattern.Parse(text[range]) is not { } pattern)
                continue;
            if (pattern.Text is { } literal)
                read.LiteralsOf(pattern)[literal] = new(line, pattern);
            else if (read.wildcards.Count < most)
                read.wildcards.Add(new(line, pattern));
            else
                read.IsCut = true;
        }
        return read;
    }

    /// <summary>The last pattern that matches; null when none does.</summary>
    /// <param name="path">The path from the directory of the file.</param>
    /// <param name="isDirectory">Whether a directory is there, and not a link to one.</param>
    public GitIgnorePattern? Last(string path, bool isDirectory)
    {
        var last = LastLiteral(path, isDirectory);
        for (var i = wildcards.Count - 1; i >= 0 && wildcards[i].Line > (last?.Line ?? 0); i--)
        {
            if (wildcards[i].Pattern.Matches(path, isDirectory))
                return wildcards[i].Pattern;
        }
        return last?.Pattern;
    }

    private NumberedPattern? LastLiteral(string path, bool isDirectory)
    {
        var name = RepositoryPath.FileName(path);
        var last = Later(names.GetValueOrDefault(name), paths.GetValueOrDefault(path));
        return isDirectory ? Later(last, Later(directoryNames.GetValueOrDefault(name), directoryPaths.GetValueOrDefault(path))) : last;
    }

    private Dictionary<string, NumberedPattern> LiteralsOf(GitIgnorePattern pattern) => (pattern.IsName, pattern.OnlyDirectories) switch
    {
        (true, false) => names,
        (false, false) => paths,
        (true, true) => directoryNames,
        (false, true) => directoryPaths,
    };

    private static NumberedPattern? Later(NumberedPattern? one, NumberedPattern? other) => other is null || one?.Line > other.Line ? one : other;

    private sealed record NumberedPattern(int Line, GitIgnorePattern Pattern);
}
