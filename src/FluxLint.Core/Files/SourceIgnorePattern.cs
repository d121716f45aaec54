using System.Collections.Immutable;
using FluxLint.Text.Automata;

namespace FluxLint.Files;

/// <summary>
/// One line of a <c>.sourceignore</c> file. The syntax is that of .gitignore, but each file is held against it by itself: a pattern takes in all
/// that lies below what it matches, a later one takes out of that again, and <c>**</c> stands for directories alone, never at the end for
/// their content (<c>sourceignore/gitignore</c> of fluxcd/pkg).
/// </summary>
internal sealed class SourceIgnorePattern
{
    private const string AnyDirectories = "**";

    private readonly ImmutableArray<Name> names;
    private readonly bool isPath;
    private readonly bool onlyDirectories;

    private SourceIgnorePattern(string directory, string line)
    {
        Directory = directory;
        Line = line;
        IsNegated = line.StartsWith('!');
        var text = IsNegated ? line[1..] : line;
        text = text.EndsWith("\\ ", StringComparison.Ordinal) ? text : text.TrimEnd(' ');
        onlyDirectories = text.EndsWith('/');
        text = onlyDirectories ? text[..^1] : text;
        isPath = text.Contains('/');
        names = [.. text.Split('/').Select(Name.Read)];
    }

    /// <summary>The directory whose files the pattern speaks of.</summary>
    public string Directory { get; }

    /// <summary>The pattern as it is written.</summary>
    public string Line { get; }

    /// <summary>Whether it takes files in again that others leave out.</summary>
    public bool IsNegated { get; }

    /// <summary>Reads a text, without its comments and empty lines.</summary>
    /// <param name="text">The text.</param>
    /// <param name="directory">The directory whose files it speaks of.</param>
    public static IEnumerable<SourceIgnorePattern> Read(string text, string directory) =>
        text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => !line.StartsWith('#') && line.AsSpan().Trim().Length > 0).Select(line => new SourceIgnorePattern(directory, line));

    /// <summary>Whether it matches something, or a directory above that.</summary>
    /// <param name="parts">The parts of the path from the repository root.</param>
    /// <param name="isDirectory">Whether a directory is there.</param>
    public bool Matches(ReadOnlySpan<string> parts, bool isDirectory)
    {
        var depth = Directory.Length == 0 ? 0 : Directory.AsSpan().Count('/') + 1;
        if (parts.Length <= depth || !IsBelow(parts[..depth]))
            return false;
        var path = parts[depth..];
        var end = isPath ? EndOfPath(path) : EndOfName(path);
        return end > 0 && (!onlyDirectories || isDirectory || end < path.Length);
    }

    private bool IsBelow(ReadOnlySpan<string> above)
    {
        if (above.Length == 0)
            return true;
        var i = 0;
        foreach (var part in Directory.AsSpan().Split('/'))
        {
            if (!Directory.AsSpan()[part].SequenceEqual(above[i++]))
                return false;
        }
        return true;
    }

    /// <summary>How many parts lead to the first that has the name; 0 when none has.</summary>
    private int EndOfName(ReadOnlySpan<string> path)
    {
        for (var i = 0; i < path.Length; i++)
        {
            if (names[0].Matches(path[i]))
                return i + 1;
        }
        return 0;
    }

    /// <summary>How many parts the whole pattern matches; 0 when it does not.</summary>
    private int EndOfPath(ReadOnlySpan<string> path)
    {
        var at = 0;
        var skips = false;
        for (var i = 0; i < names.Length; i++)
        {
            var name = names[i];
            if (name.Text.Length == 0)
            {
                skips = false;
                continue;
            }
            if (name.Text == AnyDirectories)
            {
                if (i == names.Length - 1)
                    break;
                skips = true;
                continue;
            }
            if (name.Text.Contains(AnyDirectories))
                return 0;
            while (skips && at < path.Length && !name.Matches(path[at]))
                at++;
            skips = false;
            if (at == path.Length || !name.Matches(path[at]))
                return 0;
            at++;
        }
        return at;
    }

    /// <summary>One part of a pattern.</summary>
    private readonly record struct Name(string Text, string? Suffix, Automaton? Automaton, bool HasWildcards)
    {
        public static Name Read(string text)
        {
            if (!GitIgnorePattern.HasWildcards(text))
                return new(text, null, null, false);
            return text is ['*', .. var suffix] && !GitIgnorePattern.HasWildcards(suffix)
                ? new(text, suffix, null, true)
                : new(text, null, GitIgnorePattern.Compile(text), true);
        }

        public bool Matches(string name) => HasWildcards
            ? Suffix is not null ? name.EndsWith(Suffix, StringComparison.Ordinal) : Automaton?.IsMatch(name) ?? false
            : name == Text;
    }
}
