using System.Collections.Immutable;
using System.Globalization;

namespace FluxLint.Text.Automata;

/// <summary>
/// Reads the syntax of RE2, which the API server matches patterns with, as far as schemas use it. Flags, word boundaries
/// and Unicode classes are not read: a pattern with any of them is left unchecked.
/// </summary>
internal sealed class PatternParser
{
    private const int MaximumDepth = 64;
    private const int MaximumRepeat = 1_000;
    private const int MaximumSize = 10_000;

    private readonly string text;
    private int position;
    private int depth;
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
            return $"the pattern '{pattern}' is not supported: flags, word boundaries, Unicode classes and codes of characters are not known here";
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
            // Greedy or not matters to what is matched, never to whether anything is.
            Take('?');
            part = new Expression.Repeat(part, minimum, maximum);
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
                return new Expression.Start();
            case '$':
                return new Expression.End();
            case '.':
                return new Expression.Set(CharacterSet.AllButLineFeed);
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
                return new Expression.Set(CharacterSet.Of(CodePoint.Read(text, ref position)));
        }
    }

    private Expression Group()
    {
        if (Take('?') && !Take(':'))
        {
            Take('P');
            var end = Current == '<' ? text.IndexOf('>', position) : -1;
            if (end < 0)
            {
                isForeign |= Current is 'i' or 's' or 'm' or 'U' or '-';
                return Fail();
            }
            position = end + 1;
        }
        var inner = Choice();
        return Take(')') ? inner : Fail();
    }

    private Expression Escape()
    {
        switch (Current)
        {
            case 'A' when Take('A'):
                return new Expression.Start();
            case 'z' when Take('z'):
                return new Expression.End();
            case 'b' or 'B' or 'Q' or 'C':
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
            'w' => CharacterSet.Word,
            'W' => CharacterSet.Word.Inverse(),
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
        var set = new CharacterSet(ranges.ToImmutable());
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
