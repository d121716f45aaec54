using System.Collections.Immutable;

namespace FluxLint.Schemas.Patterns;

/// <summary>Code points, as ranges with both ends in them.</summary>
internal sealed record CharacterSet(ImmutableArray<(int First, int Last)> Ranges)
{
    private const int LastCodePoint = 0x10FFFF;

    public static CharacterSet Digits { get; } = new([('0', '9')]);

    public static CharacterSet Word { get; } = new([('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')]);

    public static CharacterSet Space { get; } = new([('\t', '\n'), ('\f', '\r'), (' ', ' ')]);

    public static CharacterSet AllButLineFeed { get; } = Of('\n').Inverse();

    public static CharacterSet Of(int character) => new([(character, character)]);

    public bool Contains(int character)
    {
        foreach (var (first, last) in Ranges)
        {
            if (character >= first && character <= last)
                return true;
        }
        return false;
    }

    /// <summary>All code points that are not in the set.</summary>
    public CharacterSet Inverse()
    {
        var inverse = ImmutableArray.CreateBuilder<(int, int)>();
        var next = 0;
        foreach (var (first, last) in Ranges.Sort())
        {
            if (first > next)
                inverse.Add((next, first - 1));
            next = Math.Max(next, last + 1);
        }
        if (next <= LastCodePoint)
            inverse.Add((next, LastCodePoint));
        return new(inverse.ToImmutable());
    }

    /// <summary>The set of a POSIX class such as <c>alpha</c>; null when there is none of that name.</summary>
    public static CharacterSet? OfClass(string name) => name switch
    {
        "alnum" => new([('0', '9'), ('A', 'Z'), ('a', 'z')]),
        "alpha" => new([('A', 'Z'), ('a', 'z')]),
        "ascii" => new([(0, 0x7F)]),
        "blank" => new([('\t', '\t'), (' ', ' ')]),
        "cntrl" => new([(0, 0x1F), (0x7F, 0x7F)]),
        "digit" => Digits,
        "graph" => new([('!', '~')]),
        "lower" => new([('a', 'z')]),
        "print" => new([(' ', '~')]),
        "punct" => new([('!', '/'), (':', '@'), ('[', '`'), ('{', '~')]),
        "space" => new([('\t', '\r'), (' ', ' ')]),
        "upper" => new([('A', 'Z')]),
        "word" => Word,
        "xdigit" => new([('0', '9'), ('A', 'F'), ('a', 'f')]),
        _ => null,
    };
}
