using System.Text;
using FluxLint.Text.Automata;

namespace FluxLint.Files;

/// <summary>One line of a .gitignore file.</summary>
internal sealed class GitIgnorePattern
{
    private const string Wildcards = @"*?[\";

    private GitIgnorePattern(string? text, List<Expression>? parts, bool isNegated, bool onlyDirectories, bool isName)
    {
        Parts = parts ?? [];
        Text = text;
        IsNegated = isNegated;
        OnlyDirectories = onlyDirectories;
        IsName = isName;
    }

    /// <summary>The name or path that it matches; null when there are wildcards in it.</summary>
    public string? Text { get; }

    /// <summary>What it matches, part by part; none when there are no wildcards in it.</summary>
    public IReadOnlyList<Expression> Parts { get; }

    /// <summary>Whether it takes a path out of those that are ignored.</summary>
    public bool IsNegated { get; }

    /// <summary>Whether it matches directories alone.</summary>
    public bool OnlyDirectories { get; }

    /// <summary>Whether it matches names, wherever they are, and not paths.</summary>
    public bool IsName { get; }

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
        if (pattern.Length > 0 && !HasWildcards(pattern))
            return new(pattern, null, isNegated, onlyDirectories, isName);
        return pattern.Length > 0 && Read(Bytes(pattern)) is { } parts ? new(null, parts, isNegated, onlyDirectories, isName) : null;
    }

    /// <summary>A text as git matches wildcards in it, byte by byte: <c>?</c> is one of the bytes of a letter.</summary>
    public static string Bytes(string text) => Ascii.IsValid(text) ? text : Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>Whether anything in a pattern stands for more than itself.</summary>
    public static bool HasWildcards(string pattern) => pattern.AsSpan().ContainsAny(Wildcards);

    /// <summary>What a pattern with wildcards matches; null when that is nothing.</summary>
    public static Automaton? Compile(string pattern) => Read(pattern) is { } parts ? GlobPart.Compile(parts) : null;

    private static List<Expression>? Read(string pattern)
    {
        var parts = new List<Expression>();
        for (var at = 0; at < pattern.Length;)
        {
            switch (pattern[at])
            {
                case '*':
                    parts.Add(Stars(pattern, ref at));
                    continue;
                case '?':
                    at++;
                    parts.Add(GlobPart.InName);
                    continue;
                case '[':
                    at++;
                    if (CharacterClassReader.Read(pattern, ref at) is not { } set)
                        return null;
                    parts.Add(new Expression.Set(set));
                    continue;
                case '\\':
                    at++;
                    break;
            }
            if (at == pattern.Length)
                return null;
            parts.Add(GlobPart.Literal(CodePoint.Read(pattern, ref at)));
        }
        return parts;
    }

    private static Expression Stars(string pattern, ref int at)
    {
        var start = at;
        while (at < pattern.Length && pattern[at] == '*')
            at++;
        // Git takes the text up to the first wildcard off before it looks for '**', so that 'a**/b' is wide as well.
        var startsPart = !pattern.AsSpan(0, start).ContainsAny(Wildcards) || pattern[start - 1] == '/';
        var isWide = at - start > 1 && startsPart && (at == pattern.Length || pattern[at] == '/');
        if (!isWide)
            return GlobPart.Many(GlobPart.InName);
        if (at == pattern.Length)
            return GlobPart.Many(GlobPart.Any);
        at++;
        return GlobPart.Directories;
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
