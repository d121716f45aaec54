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

    private readonly PatternCursor cursor;
    private readonly CharacterSetParser sets;
    private int depth;
    private PatternFlags flags;
    private bool failed;
    private bool isForeign;

    private PatternParser(string text)
    {
        cursor = new(text);
        sets = new(cursor);
    }

    /// <summary>The automaton of a pattern; null when the pattern has something that is not known, or is too large.</summary>
    public static Automaton? Parse(string pattern) => Read(pattern) is { Size: <= MaximumSize } root ? ExpressionCompiler.Compile(root) : null;

    /// <summary>Whether a pattern is known, and too large for an automaton.</summary>
    public static bool IsTooLarge(string pattern) => Read(pattern) is { Size: > MaximumSize };

    /// <summary>Why a pattern has no automaton, without a full stop; null when it has one.</summary>
    public static string? FindProblem(string pattern)
    {
        var parser = new PatternParser(pattern);
        var root = parser.Choice();
        if (parser.isForeign || parser.sets.IsForeign)
            return $"the pattern '{pattern}' is not supported: Unicode classes and codes of characters are not known here";
        if (parser.failed || !parser.cursor.IsAtEnd)
            return $"'{pattern}' is no regular expression";
        return root.Size > MaximumSize ? $"the pattern '{pattern}' is too large" : null;
    }

    private static Expression? Read(string pattern)
    {
        var parser = new PatternParser(pattern);
        var root = parser.Choice();
        return !parser.failed && parser.cursor.IsAtEnd ? root : null;
    }

    private Expression Choice()
    {
        if (++depth > MaximumDepth)
            return Fail();
        var branches = ImmutableArray.CreateBuilder<Expression>();
        do
            branches.Add(Sequence());
        while (cursor.Take('|'));
        depth--;
        return branches is [var only] ? only : new Expression.Choice(branches.ToImmutable());
    }

    private Expression Sequence()
    {
        var parts = ImmutableArray.CreateBuilder<Expression>();
        while (!failed && !cursor.IsAtEnd && cursor.Current is not ('|' or ')'))
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
            part = new Expression.Repeat(part, minimum, maximum, IsLazy: cursor.Take('?') != flags.HasFlag(PatternFlags.Lazy));
        }
        return part;
    }

    private (int Minimum, int? Maximum)? Times() => cursor.Current switch
    {
        '*' when cursor.Take('*') => (0, null),
        '+' when cursor.Take('+') => (1, null),
        '?' when cursor.Take('?') => (0, 1),
        '{' => Bounds(),
        _ => null,
    };

    private (int Minimum, int? Maximum)? Bounds()
    {
        var end = cursor.Find("}");
        if (end < 0)
            return null;
        var parts = cursor.Text[(cursor.Position + 1)..end].Split(',');
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
        cursor.Position = end + 1;
        return (minimum, maximum);
    }

    private static int? Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private Expression Part()
    {
        switch (cursor.Next())
        {
            case '^':
                return new Expression.Edge(flags.HasFlag(PatternFlags.Lines) ? StepKind.LineStart : StepKind.Start);
            case '$':
                return new Expression.Edge(flags.HasFlag(PatternFlags.Lines) ? StepKind.LineEnd : StepKind.End);
            case '.':
                return new Expression.Set(flags.HasFlag(PatternFlags.DotAll) ? CharacterSet.All : CharacterSet.AllButLineFeed);
            case '[':
                return sets.Class(flags) is { } set ? new Expression.Set(set) : Fail();
            case '(':
                return Group();
            case '\\':
                return Escape();
            case '*' or '+' or '?':
                return Fail();
            default:
                cursor.Position--;
                return new Expression.Set(CharacterSetParser.Fold(CharacterSet.Of(cursor.NextCodePoint()), flags));
        }
    }

    private Expression Group()
    {
        var outer = flags;
        if (cursor.Take('?'))
        {
            if (cursor.Take('P') || cursor.Current == '<')
            {
                var end = cursor.Current == '<' ? cursor.Find(">") : -1;
                if (end < 0)
                    return Fail();
                cursor.Position = end + 1;
            }
            else if (!TakeFlags())
            {
                return Fail();
            }
            else if (cursor.Take(')'))
            {
                // They hold to the end of the group around; there is nothing that could be repeated.
                return cursor.Current is '*' or '+' or '?' ? Fail() : new Expression.Sequence([]);
            }
            else if (!cursor.Take(':'))
            {
                return Fail();
            }
        }
        var inner = Choice();
        flags = outer;
        return cursor.Take(')') ? inner : Fail();
    }

    /// <summary>Reads flags as in <c>(?i-s)</c>; false when they are none.</summary>
    private bool TakeFlags()
    {
        var isOff = false;
        var isComplete = true;
        for (; !cursor.IsAtEnd && cursor.Current is not (')' or ':'); cursor.Position++)
        {
            if (cursor.Current == '-' && !isOff)
            {
                isOff = true;
                isComplete = false;
                continue;
            }
            if (Flag(cursor.Current) is not { } flag)
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

    private Expression Escape()
    {
        switch (cursor.Current)
        {
            case 'A' when cursor.Take('A'):
                return new Expression.Edge(StepKind.Start);
            case 'z' when cursor.Take('z'):
                return new Expression.Edge(StepKind.End);
            case 'b' when cursor.Take('b'):
                return new Expression.Edge(StepKind.WordEdge);
            case 'B' when cursor.Take('B'):
                return new Expression.Edge(StepKind.NoWordEdge);
            case 'Q' or 'C':
                isForeign = true;
                return Fail();
            default:
                return sets.Escaped(flags) is { } set ? new Expression.Set(set) : Fail();
        }
    }

    private Expression.Sequence Fail()
    {
        failed = true;
        return new([]);
    }
}
