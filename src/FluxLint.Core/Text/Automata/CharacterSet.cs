using System.Collections.Immutable;

namespace FluxLint.Text.Automata;

/// <summary>Code points, as ranges with both ends in them.</summary>
internal sealed record CharacterSet(ImmutableArray<CharacterRange> Ranges)
{
    private const int LastCodePoint = 0x10FFFF;

    public static CharacterSet All { get; } = new([new(0, LastCodePoint)]);

    public static CharacterSet Digits { get; } = new([new('0', '9')]);

    public static CharacterSet Word { get; } = new([new('0', '9'), new('A', 'Z'), new('_', '_'), new('a', 'z')]);

    public static CharacterSet Space { get; } = new([new('\t', '\n'), new('\f', '\r'), new(' ', ' ')]);

    public static CharacterSet AllButLineFeed { get; } = Of('\n').Inverse();

    public static CharacterSet Of(int character) => new([new(character, character)]);

    /// <summary>The only code point; null when there are others, or none.</summary>
    public int? Single => Ranges is [var (first, last)] && first == last ? first : null;

    public bool Contains(int character)
    {
        foreach (var range in Ranges)
        {
            if (character >= range.First && character <= range.Last)
                return true;
        }
        return false;
    }

    /// <summary>All code points that are not in the set.</summary>
    public CharacterSet Inverse()
    {
        var inverse = ImmutableArray.CreateBuilder<CharacterRange>();
        var next = 0;
        foreach (var (first, last) in Ranges.Sort((one, other) => one.First.CompareTo(other.First)))
        {
            if (first > next)
                inverse.Add(new(next, first - 1));
            next = Math.Max(next, last + 1);
        }
        if (next <= LastCodePoint)
            inverse.Add(new(next, LastCodePoint));
        return new(inverse.ToImmutable());
    }

    /// <summary>All code points of the set but one.</summary>
    public CharacterSet Without(int character) => new CharacterSet([.. Inverse().Ranges, new(character, character)]).Inverse();

    /// <summary>The set of a POSIX class such as <c>alpha</c>; null when there is none of that name.</summary>
    public static CharacterSet? OfClass(string name) => name switch
    {
        "alnum" => new([new('0', '9'), new('A', 'Z'), new('a', 'z')]),
        "alpha" => new([new('A', 'Z'), new('a', 'z')]),
        "ascii" => new([new(0, 0x7F)]),
        "blank" => new([new('\t', '\t'), new(' ', ' ')]),
        "cntrl" => new([new(0, 0x1F), new(0x7F, 0x7F)]),
        "digit" => Digits,
        "graph" => new([new('!', '~')]),
        "lower" => new([new('a', 'z')]),
        "print" => new([new(' ', '~')]),
        "punct" => new([new('!', '/'), new(':', '@'), new('[', '`'), new('{', '~')]),
        "space" => new([new('\t', '\r'), new(' ', ' ')]),
        "upper" => new([new('A', 'Z')]),
        "word" => Word,
        "xdigit" => new([new('0', '9'), new('A', 'F'), new('a', 'f')]),
        _ => null,
    };
}
