using System.Collections.Immutable;
using FluxLint.Text.Automata;

namespace FluxLint.Files;

/// <summary>Reads sets of characters such as <c>[a-z]</c> or <c>[!0-9]</c>, as git does. None holds <c>/</c>.</summary>
internal static class CharacterClassReader
{
    /// <summary>Reads a class; null when it is malformed.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="at">The offset behind the opening bracket; behind the closing one afterwards.</param>
    public static CharacterSet? Read(ReadOnlySpan<char> pattern, ref int at)
    {
        var isNegated = at < pattern.Length && pattern[at] is '!' or '^';
        at += isNegated ? 1 : 0;
        var ranges = ImmutableArray.CreateBuilder<CharacterRange>();
        int? previous = null;
        for (var isFirst = true; at < pattern.Length && (isFirst || pattern[at] != ']'); isFirst = false)
        {
            if (pattern[at] == '-' && previous is { } from && at + 1 < pattern.Length && pattern[at + 1] != ']')
            {
                at++;
                if (Escaped(pattern, ref at) is not { } to)
                    return null;
                ranges.Add(new(from, to));
                previous = null;
            }
            else if (pattern[at..] is ['[', ':', .. var rest] && rest.IndexOf(']') is var end && (end < 0 || end > 0 && rest[end - 1] == ':'))
            {
                if (end < 0 || Named(rest[..(end - 1)].ToString()) is not { } named)
                    return null;
                ranges.AddRange(named.Ranges);
                at += end + 3;
                previous = null;
            }
            else
            {
                if (Escaped(pattern, ref at) is not { } c)
                    return null;
                ranges.Add(new(c, c));
                previous = c;
            }
        }
        if (at >= pattern.Length)
            return null;
        at++;
        var set = new CharacterSet(ranges.ToImmutable());
        return (isNegated ? set.Inverse() : set).Without('/');
    }

    private static int? Escaped(ReadOnlySpan<char> pattern, ref int at)
    {
        if (pattern[at] == '\\')
            at++;
        return at < pattern.Length ? CodePoint.Read(pattern, ref at) : null;
    }

    // Git has all classes of POSIX and none of Perl.
    private static CharacterSet? Named(string name) => name is "ascii" or "word" ? null : CharacterSet.OfClass(name);
}
