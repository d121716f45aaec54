namespace FluxLint.Files;

/// <summary>
/// The lines of one .gitignore file, of which the last that matches decides. Those without wildcards are looked up, so that a long list of
/// names costs as little as a short one.
/// </summary>
internal sealed class GitIgnorePatterns
{
    private readonly Dictionary<Literal, (int Line, GitIgnorePattern Pattern)> literals = [];
    private readonly List<(int Line, GitIgnorePattern Pattern)> wildcards = [];

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
                read.literals[new(literal, pattern.IsName, pattern.OnlyDirectories)] = (line, pattern);
            else if (read.wildcards.Count < most)
                read.wildcards.Add((line, pattern));
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
        var (line, last) = LastLiteral(path, isDirectory);
        for (var i = wildcards.Count - 1; i >= 0 && wildcards[i].Line > line; i--)
        {
            if (wildcards[i].Pattern.Matches(path, isDirectory))
                return wildcards[i].Pattern;
        }
        return last;
    }

    private (int Line, GitIgnorePattern? Pattern) LastLiteral(string path, bool isDirectory)
    {
        (int Line, GitIgnorePattern? Pattern) last = default;
        if (literals.Count == 0)
            return last;
        var name = RepositoryPath.FileName(path);
        foreach (var literal in (ReadOnlySpan<Literal>)[new(name, true, false), new(path, false, false), new(name, true, true), new(path, false, true)])
        {
            if ((isDirectory || !literal.OnlyDirectories) && literals.TryGetValue(literal, out var found) && found.Line > last.Line)
                last = found;
        }
        return last;
    }

    private readonly record struct Literal(string Text, bool IsName, bool OnlyDirectories);
}
