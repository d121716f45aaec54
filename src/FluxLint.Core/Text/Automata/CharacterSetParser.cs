using System.Collections.Immutable;

namespace FluxLint.Text.Automata;

/// <summary>Reads what stands for one character of several: classes in brackets, and what has a backslash before it.</summary>
/// <param name="cursor">Where the pattern is read.</param>
internal sealed class CharacterSetParser(PatternCursor cursor)
{
    /// <summary>Whether Unicode classes or codes of characters were seen, which are not read.</summary>
    public bool IsForeign { get; private set; }

    /// <summary>A set with both cases of its letters, where the flags say so.</summary>
    public static CharacterSet Fold(CharacterSet set, PatternFlags flags) => flags.HasFlag(PatternFlags.IgnoreCase) ? CaseFolding.Fold(set) : set;

    /// <summary>What stands after a backslash; null when it is no set of characters.</summary>
    /// <param name="flags">The flags that hold there.</param>
    public CharacterSet? Escaped(PatternFlags flags)
    {
        if (cursor.IsAtEnd)
            return null;
        var name = cursor.Next();
        IsForeign |= name is 'p' or 'P' or 'x' or 'a' || char.IsAsciiDigit(name);
        return name switch
        {
            'd' => CharacterSet.Digits,
            'D' => CharacterSet.Digits.Inverse(),
            'w' => Fold(CharacterSet.Word, flags),
            'W' => Fold(CharacterSet.Word, flags).Inverse(),
            's' => CharacterSet.Space,
            'S' => CharacterSet.Space.Inverse(),
            'n' => CharacterSet.Of('\n'),
            't' => CharacterSet.Of('\t'),
            'r' => CharacterSet.Of('\r'),
            'f' => CharacterSet.Of('\f'),
            'v' => CharacterSet.Of('\v'),
            _ when char.IsAsciiLetterOrDigit(name) || name > 0x7F => null,
            _ => CharacterSet.Of(name),
        };
    }

    /// <summary>The rest of a class after its bracket; null when it is none.</summary>
    /// <param name="flags">The flags that hold there.</param>
    public CharacterSet? Class(PatternFlags flags)
    {
        var isInverse = cursor.Take('^');
        var ranges = ImmutableArray.CreateBuilder<CharacterRange>();
        for (var isFirst = true; isFirst || cursor.Current != ']'; isFirst = false)
        {
            if (cursor.IsAtEnd)
                return null;
            if (Member(flags) is not { } member)
                return null;
            if (cursor.Current != '-' || cursor.IsLast || cursor.IsAt("-]"))
            {
                ranges.AddRange(member.Ranges);
                continue;
            }
            cursor.Position++;
            if (member.Ranges is not [var (first, same)] || first != same || Member(flags) is not { Ranges: [var (last, end)] } || last != end || last < first)
                return null;
            ranges.Add(new(first, last));
        }
        cursor.Position++;
        var set = Fold(new(ranges.ToImmutable()), flags);
        return isInverse ? set.Inverse() : set;
    }

    private CharacterSet? Member(PatternFlags flags)
    {
        if (cursor.IsAtEnd)
            return null;
        if (cursor.IsAt("[:") && cursor.Find(":]") is > 0 and var end)
        {
            var name = cursor.Text[(cursor.Position + 2)..end];
            cursor.Position = end + 2;
            return CharacterSet.OfClass(name);
        }
        return cursor.Take('\\') ? Escaped(flags) : CharacterSet.Of(cursor.NextCodePoint());
    }
}
