namespace FluxLint.Files;

/// <summary>
/// The lines of one .gitignore file, of which the last that matches decides. Those without wildcards are looked up, and the others are
/// one automaton, so that a long list costs as little as a short one.
/// </summary>
internal sealed class GitIgnorePatterns
{
    private const int UsualLength = 100;

    private readonly Dictionary<string, NumberedPattern> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NumberedPattern> paths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NumberedPattern> directoryNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NumberedPattern> directoryPaths = new(StringComparer.Ordinal);
    private readonly Dictionary<int, NumberedPattern> wildcards = [];
    private readonly WildcardTree wildNames = new();
    private readonly WildcardTree wildPaths = new();

    private GitIgnorePatterns()
    {
    }

    /// <summary>The number of patterns with wildcards, of which long ones count several times.</summary>
    public int Wildcards { get; private set; }

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
            else if ((read.Wildcards += 1 + (pattern.Parts.Count / UsualLength)) <= most)
                read.AddWildcards(new(line, pattern));
            else
                (read.IsCut, read.Wildcards) = (true, most);
        }
        return read;
    }

    /// <summary>The last pattern that matches; null when none does.</summary>
    /// <param name="path">The path from the directory of the file.</param>
    /// <param name="isDirectory">Whether a directory is there, and not a link to one.</param>
    public GitIgnorePattern? Last(string path, bool isDirectory) => Later(LastLiteral(path, isDirectory), LastWild(path, isDirectory))?.Pattern;

    private void AddWildcards(NumberedPattern pattern)
    {
        wildcards.Add(pattern.Line, pattern);
        (pattern.Pattern.IsName ? wildNames : wildPaths).Add(pattern.Pattern.Parts, pattern.Line, pattern.Pattern.OnlyDirectories);
    }

    private NumberedPattern? LastWild(string path, bool isDirectory)
    {
        if (wildcards.Count == 0)
            return null;
        var bytes = GitIgnorePattern.Bytes(path);
        return wildcards.GetValueOrDefault(Math.Max(wildNames.Last(RepositoryPath.FileName(bytes), isDirectory, out _), wildPaths.Last(bytes, isDirectory, out _)));
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
