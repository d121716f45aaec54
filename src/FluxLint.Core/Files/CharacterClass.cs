namespace FluxLint.Files;

/// <summary>A set of characters such as <c>[a-z]</c> or <c>[!0-9]</c>. Never holds <c>/</c>.</summary>
internal sealed class CharacterClass
{
    private readonly bool negated;
    private readonly List<(char From, char To)> ranges;
    private readonly List<Func<char, bool>> named;

    private CharacterClass(bool negated, List<(char From, char To)> ranges, List<Func<char, bool>> named)
    {
        this.negated = negated;
        this.ranges = ranges;
        this.named = named;
    }

    public bool Contains(char c) =>
        c != '/' && negated != (ranges.Exists(range => range.From <= c && c <= range.To) || named.Exists(holds => holds(c)));

    /// <summary>Reads a class as git does; null when it is malformed.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="at">The offset behind the opening bracket; behind the closing one afterwards.</param>
    public static CharacterClass? Read(ReadOnlySpan<char> pattern, ref int at)
    {
        var negated = at < pattern.Length && pattern[at] is '!' or '^';
        at += negated ? 1 : 0;
        var ranges = new List<(char From, char To)>();
        var named = new List<Func<char, bool>>();
        char? previous = null;
        for (var isFirst = true; at < pattern.Length && (isFirst || pattern[at] != ']'); isFirst = false, at++)
        {
            if (pattern[at] == '-' && previous is { } from && at + 1 < pattern.Length && pattern[at + 1] != ']')
            {
                at++;
                if (Escaped(pattern, ref at) is not { } to)
                    return null;
                ranges.Add((from, to));
                previous = null;
            }
            else if (pattern[at..] is ['[', ':', .. var rest] && rest.IndexOf(']') is var end && (end < 0 || end > 0 && rest[end - 1] == ':'))
            {
                if (end < 0 || Named(rest[..(end - 1)]) is not { } holds)
                    return null;
                named.Add(holds);
                at += end + 2;
                previous = null;
            }
            else
            {
                if (Escaped(pattern, ref at) is not { } c)
                    return null;
                ranges.Add((c, c));
                previous = c;
            }
        }
        if (at >= pattern.Length)
            return null;
        at++;
        return new(negated, ranges, named);
    }

    private static char? Escaped(ReadOnlySpan<char> pattern, ref int at)
    {
        if (pattern[at] == '\\')
            at++;
        return at < pattern.Length ? pattern[at] : null;
    }

    private static Func<char, bool>? Named(ReadOnlySpan<char> name) => name switch
    {
        "alnum" => char.IsAsciiLetterOrDigit,
        "alpha" => char.IsAsciiLetter,
        "blank" => static c => c is ' ' or '\t',
        "cntrl" => static c => char.IsAscii(c) && char.IsControl(c),
        "digit" => char.IsAsciiDigit,
        "graph" => static c => c is > ' ' and < '\x7f',
        "lower" => char.IsAsciiLetterLower,
        "print" => static c => c is >= ' ' and < '\x7f',
        "punct" => static c => c is > ' ' and < '\x7f' && !char.IsAsciiLetterOrDigit(c),
        "space" => static c => c is ' ' or >= '\t' and <= '\r',
        "upper" => char.IsAsciiLetterUpper,
        "xdigit" => char.IsAsciiHexDigit,
        _ => null,
    };
}
