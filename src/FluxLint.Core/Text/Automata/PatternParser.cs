using System.Collections.Immutable;
using System.Globalization;

namespace FluxLint.Text.Automata;

/// <summary>
/// Reads the syntax of RE2, which the API server matches patterns with, as far as schemas and policies use it. Unicode classes and codes of
/// characters are not read: a pattern with any of them is left unchecked.
/// </summary>
internal sealed class PatternParser
{
    private const int MaximumDepth = 64;
    private const int MaximumRepeat = 1_000;
    private const int MaximumSize = 10_000;

    private readonly string text;
    private int position;
    private int depth;
    private PatternFlags flags;
    private bool failed;
    private bool isForeign;

    private PatternParser(string text) => this.text = text;

    /// <summary>The automaton of a pattern; null when the pattern has something that is not known, or is too large.</summary>
    public static Automaton? Parse(string pattern) => Read(pattern) is { Size: <= MaximumSize } root ? ExpressionCompiler.Compile(root) : null;

    /// <summary>Whether a pattern is known, and too large for an automaton.</summary>
    public static bool IsTooLarge(string pattern) => Read(pattern) is { Size: > MaximumSize };

    /// <summary>Why a pattern has no automaton, without a full stop; null when it has one.</summary>
    public static string? FindProblem(string pattern)
    {
        var parser = new PatternParser(pattern);
        var root = parser.Choice();
        if (parser.isForeign)
            return $"the pattern '{pattern}' is not supported: Unicode classes and codes of characters are not known here";
        if (parser.failed || parser.position < pattern.Length)
            return $"'{pattern}' is no regular expression";
        return root.Size > MaximumSize ? $"the pattern '{pattern}' is too large" : null;
    }

    private static Expression? Read(string pattern)
    {
        var parser = new PatternParser(pattern);
        var root = parser.Choice();
        return !parser.failed && parser.position == pattern.Length ? root : null;
    }

    private char Current => position < text.Length ? text[position] : '\0';

    private Expression Choice()
    {
        if (++depth > MaximumDepth)
            return Fail();
        var branches = ImmutableArray.CreateBuilder<Expression>();
        do
            branches.Add(Sequence());
        while (Take('|'));
        depth--;
        return branches is [var only] ? only : new Expression.Choice(branches.ToImmutable());
    }

    private Expression Sequence()
    {
        var parts = ImmutableArray.CreateBuilder<Expression>();
        while (!failed && position < text.Length && text[position] is not ('|' or ')'))
            parts.Add(Repeated(Part()));
        return parts is [var only] ? only : new Expression.Sequence(parts.ToImmutable());
    }

    private Expression Repeated(Expression part)
    {
        var isRepeated = false;
        while (!failed && Times() is var (minimum, maximum))
        {
            // RE2 refuses to repeat a repetition that is not in a group.
            if (isRepeated)
                return Fail();
            isRepeated = true;
            part = new Expression.Repeat(part, minimum, maximum, IsLazy: Take('?') != flags.HasFlag(PatternFlags.Lazy));
        }
        return part;
    }

    private (int Minimum, int? Maximum)? Times() => Current switch
    {
        '*' when Take('*') => (0, null),
        '+' when Take('+') => (1, null),
        '?' when Take('?') => (0, 1),
        '{' => Bounds(),
        _ => null,
    };

    private (int Minimum, int? Maximum)? Bounds()
    {
        var end = text.IndexOf('}', position);
        if (end < 0)
            return null;
        var parts = text[(position + 1)..end].Split(',');
        // Braces that hold no numbers are characters like any other.
        if (parts.Length > 2 || Number(parts[0]) is not { } minimum)
            return null;
        int? maximum = parts.Length == 1 ? minimum : null;
        if (parts is [_, { Length: > 0 } last])
        {
            if (Number(last) is not { } limit)
                return null;
            maximum = limit;
        }
        if (minimum > MaximumRepeat || maximum > MaximumRepeat || maximum < minimum)
            failed = true;
        position = end + 1;
        return (minimum, maximum);
    }

    private static int? Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private Expression Part()
    {
        switch (text[position++])
        {
            case '^':
                return new Expression.Edge(flags.HasFlag(PatternFlags.Lines) ? StepKind.LineStart : StepKind.Start);
            case '$':
                return new Expression.Edge(flags.HasFlag(PatternFlags.Lines) ? StepKind.LineEnd : StepKind.End);
            case '.':
                return new Expression.Set(flags.HasFlag(PatternFlags.DotAll) ? CharacterSet.All : CharacterSet.AllButLineFeed);
            case '[':
                return Class();
            case '(':
                return Group();
            case '\\':
                return Escape();
            case '*' or '+' or '?':
                return Fail();
            default:
                position--;
                return new Expression.Set(Fold(CharacterSet.Of(CodePoint.Read(text, ref position))));
        }
    }

    private Expression Group()
    {
        var outer = flags;
        if (Take('?'))
        {
            if (Take('P') || Current == '<')
            {
                var end = Current == '<' ? text.IndexOf('>', position) : -1;
                if (end < 0)
                    return Fail();
                position = end + 1;
            }
            else if (!TakeFlags())
            {
                return Fail();
            }
            else if (Take(')'))
            {
                // They hold to the end of the group around; there is nothing that could be repeated.
                return Current is '*' or '+' or '?' ? Fail() : new Expression.Sequence([]);
            }
            else if (!Take(':'))
            {
                return Fail();
            }
        }
        var inner = Choice();
        flags = outer;
        return Take(')') ? inner : Fail();
    }

    /// <summary>Reads flags as in <c>(?i-s)</c>; false when they are none.</summary>
    private bool TakeFlags()
    {
        var isOff = false;
        var isComplete = true;
        for (; position < text.Length && text[position] is not (')' or ':'); position++)
        {
            if (text[position] == '-' && !isOff)
            {
                isOff = true;
                isComplete = false;
                continue;
            }
            if (Flag(text[position]) is not { } flag)
                return false;
            flags = isOff ? flags & ~flag : flags | flag;
            isComplete = true;
        }
        return isComplete;
    }

    private static PatternFlags? Flag(char name) => name switch
    {
        'i' => PatternFlags.IgnoreCase,
        'm' => PatternFlags.Lines,
        's' => PatternFlags.DotAll,
        'U' => PatternFlags.Lazy,
        _ => null,
    };

    private CharacterSet Fold(CharacterSet set) => flags.HasFlag(PatternFlags.IgnoreCase) ? CaseFolding.Fold(set) : set;

    private Expression Escape()
    {
        switch (Current)
        {
            case 'A' when Take('A'):
                return new Expression.Edge(StepKind.Start);
            case 'z' when Take('z'):
                return new Expression.Edge(StepKind.End);
            case 'b' when Take('b'):
                return new Expression.Edge(StepKind.WordEdge);
            case 'B' when Take('B'):
                return new Expression.Edge(StepKind.NoWordEdge);
            case 'Q' or 'C':
                isForeign = true;
                return Fail();
            default:
                return EscapedSet() is { } set ? new Expression.Set(set) : Fail();
        }
    }

    /// <summary>What stands after a backslash.</summary>
    private CharacterSet? EscapedSet()
    {
        if (position >= text.Length)
            return null;
        var name = text[position++];
        isForeign |= name is 'p' or 'P' or 'x' or 'a' || char.IsAsciiDigit(name);
        return name switch
        {
            'd' => CharacterSet.Digits,
            'D' => CharacterSet.Digits.Inverse(),
            'w' => Fold(CharacterSet.Word),
            'W' => Fold(CharacterSet.Word).Inverse(),
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

    private Expression Class()
    {
        var isInverse = Take('^');
        var ranges = ImmutableArray.CreateBuilder<CharacterRange>();
        for (var isFirst = true; isFirst || Current != ']'; isFirst = false)
        {
            if (failed || position >= text.Length)
                return Fail();
            if (Member() is not { } member)
                return Fail();
            if (Current != '-' || position + 1 >= text.Length || text[position + 1] == ']')
            {
                ranges.AddRange(member.Ranges);
                continue;
            }
            position++;
            if (member.Ranges is not [var (first, same)] || first != same || Member() is not { Ranges: [var (last, end)] } || last != end || last < first)
                return Fail();
            ranges.Add(new(first, last));
        }
        position++;
        var set = Fold(new(ranges.ToImmutable()));
        return new Expression.Set(isInverse ? set.Inverse() : set);
    }

    private CharacterSet? Member()
    {
        if (position >= text.Length)
            return null;
        if (text.AsSpan(position).StartsWith("[:", StringComparison.Ordinal) && text.IndexOf(":]", position, StringComparison.Ordinal) is > 0 and var end)
        {
            var name = text[(position + 2)..end];
            position = end + 2;
            return CharacterSet.OfClass(name);
        }
        return Take('\\') ? EscapedSet() : CharacterSet.Of(CodePoint.Read(text, ref position));
    }

    private bool Take(char expected)
    {
        if (position >= text.Length || text[position] != expected)
            return false;
        position++;
        return true;
    }

    private Expression.Sequence Fail()
    {
        failed = true;
        return new([]);
    }
}
