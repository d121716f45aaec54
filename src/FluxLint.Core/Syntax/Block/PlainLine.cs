namespace FluxLint.Syntax;

/// <summary>What a line has of a plain scalar.</summary>
/// <param name="End">Where it ends, without the blanks behind it.</param>
/// <param name="IsKey">Whether a colon ends it.</param>
/// <param name="HasComment">Whether a comment ends it.</param>
/// <param name="Next">Where reading goes on: at the colon, the comment or the line break.</param>
internal readonly record struct PlainLine(int End, bool IsKey, bool HasComment, int Next)
{
    /// <summary>Whether a plain scalar can start at the front of a text. A colon or a question mark can, too, and is left to others.</summary>
    public static bool CanStart(ReadOnlySpan<char> text) =>
        text is ['-', not (' ' or '\n'), ..] || (!text.IsEmpty && !"-?:,[]{}#&*!|>'\"%@`\n".Contains(text[0]));

    public static PlainLine Read(ReadOnlySpan<char> text, int start)
    {
        var (next, isKey, hasComment) = (start, false, false);
        while (!isKey && !hasComment)
        {
            var length = text[next..].IndexOfAny('\n', ':', '#');
            next = length < 0 ? text.Length : next + length;
            if (length < 0 || text[next] == '\n')
                break;
            isKey = text[next] == ':' && (next + 1 == text.Length || text[next + 1] is ' ' or '\n');
            hasComment = text[next] == '#' && text[next - 1] == ' ';
            next += isKey || hasComment ? 0 : 1;
        }
        return new(start + text[start..next].TrimEnd(' ').Length, isKey, hasComment, next);
    }
}
