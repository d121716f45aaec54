namespace FluxLint.Files;

/// <summary>One line of a .gitignore file.</summary>
internal sealed class GitIgnorePattern
{
    private const string Wildcards = @"*?[\";

    private readonly GlobProgram program;
    private readonly bool onlyDirectories;
    private readonly bool isName;

    private GitIgnorePattern(GlobProgram program, bool isNegated, bool onlyDirectories, bool isName)
    {
        this.program = program;
        this.onlyDirectories = onlyDirectories;
        this.isName = isName;
        IsNegated = isNegated;
    }

    /// <summary>Whether it takes a path out of those that are ignored.</summary>
    public bool IsNegated { get; }

    /// <summary>Reads a line; null for a comment, an empty line and a pattern that can match nothing.</summary>
    public static GitIgnorePattern? Parse(string line)
    {
        var text = TrimSpaces(line.EndsWith('\r') ? line[..^1] : line);
        if (text.StartsWith('#'))
            return null;
        var isNegated = text.StartsWith('!');
        var pattern = isNegated ? text[1..] : text;
        var onlyDirectories = pattern.EndsWith('/');
        pattern = onlyDirectories ? pattern[..^1] : pattern;
        var isName = !pattern.Contains('/');
        pattern = pattern.StartsWith('/') ? pattern[1..] : pattern;
        return pattern.Length > 0 && Compile(pattern) is { } program ? new(program, isNegated, onlyDirectories, isName) : null;
    }

    /// <param name="path">The path from the directory of the file that holds the pattern.</param>
    /// <param name="isDirectory">Whether a directory is there, and not a link to one.</param>
    public bool Matches(ReadOnlySpan<char> path, bool isDirectory) =>
        (isDirectory || !onlyDirectories) && program.Matches(isName ? path[(path.LastIndexOf('/') + 1)..] : path);

    private static GlobProgram? Compile(string pattern)
    {
        var program = new GlobProgram.Builder();
        for (var at = 0; at < pattern.Length;)
        {
            var c = pattern[at++];
            if (c == '*')
            {
                Stars(pattern, ref at, program);
            }
            else if (c == '?')
            {
                program.One(GlobStepKind.InPart);
            }
            else if (c == '[')
            {
                if (CharacterClass.Read(pattern, ref at) is not { } set)
                    return null;
                program.Class(set);
            }
            else if (c != '\\')
            {
                program.Character(c);
            }
            else if (at < pattern.Length)
            {
                program.Character(pattern[at++]);
            }
            else
            {
                return null;
            }
        }
        return program.Build();
    }

    private static void Stars(string pattern, ref int at, GlobProgram.Builder program)
    {
        var start = at - 1;
        while (at < pattern.Length && pattern[at] == '*')
            at++;
        // Git takes the text up to the first wildcard off before it looks for '**', so that 'a**/b' is wide as well.
        var startsPart = !pattern.AsSpan(0, start).ContainsAny(Wildcards) || pattern[start - 1] == '/';
        var isWide = at - start > 1 && startsPart && (at == pattern.Length || pattern[at] == '/');
        if (!isWide)
        {
            program.Many(GlobStepKind.InPart);
        }
        else if (at == pattern.Length)
        {
            program.Many(GlobStepKind.Any);
        }
        else
        {
            at++;
            program.Directories();
        }
    }

    /// <summary>Cuts trailing spaces that no backslash protects.</summary>
    private static string TrimSpaces(string line)
    {
        var end = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '\\' && at + 1 < line.Length)
                at++;
            else if (line[at] == ' ')
                continue;
            end = at + 1;
        }
        return line[..end];
    }
}
