namespace FluxLint.Syntax;

/// <summary>A place in a text, and how it moves on from one content to the next, over blank lines and comments.</summary>
internal sealed class BlockCursor(string text)
{
    private int line;

    /// <summary>Offset of the place.</summary>
    public int At { get; private set; }

    /// <summary>Whether the text ends here, or a marker between documents stands here.</summary>
    public bool IsAtDocumentEnd { get; private set; }

    /// <summary>How far what stands here is indented; -1 at the end of a document.</summary>
    public int Column => IsAtDocumentEnd ? -1 : At - line;

    /// <summary>The character at an offset; the text ends with a line break, written or not.</summary>
    public char this[int offset] => offset < text.Length ? text[offset] : '\n';

    /// <summary>Whether the item of a sequence starts here.</summary>
    public bool IsAtDash => this[At] == '-' && this[At + 1] is ' ' or '\n';

    /// <summary>Where the line ends that an offset lies in.</summary>
    public int LineEnd(int offset) => text.AsSpan(offset).IndexOf('\n') is >= 0 and var length ? offset + length : text.Length;

    /// <summary>Whether nothing follows on the line but blanks, and behind them a comment.</summary>
    public bool IsLineEnd(int offset) => SkipBlanks(offset) is var at && (this[at] == '\n' || (this[at] == '#' && at > offset));

    /// <summary>Moves to a place on the line.</summary>
    public void MoveTo(int offset) => At = offset;

    /// <summary>Moves to the first content from the start of a line on.</summary>
    public void MoveToLine(int start)
    {
        (line, At) = (start, SkipBlanks(start));
        while (At < text.Length && text[At] is '\n' or '#')
        {
            line = LineEnd(At) + 1;
            At = SkipBlanks(line);
        }
        IsAtDocumentEnd = At >= text.Length || (At == line && (IsAtMarker("---") || IsAtMarker("...")));
    }

    /// <summary>Moves behind an offset: to what follows on the line, or else, and then true, to the next content.</summary>
    public bool TryEndLine(int offset)
    {
        At = SkipBlanks(offset);
        if (!IsLineEnd(offset))
            return false;
        MoveToLine(LineEnd(At) + 1);
        return true;
    }

    /// <summary>
    /// Where a scalar goes on below the end of a line: at the next line that is not blank, if that is indented further than the collection around it.
    /// </summary>
    public int? FindContinuation(int lineEnd, int indent, out int blankLines)
    {
        blankLines = -1;
        var (start, at) = (lineEnd, lineEnd);
        while (at < text.Length && text[at] == '\n')
        {
            blankLines++;
            start = at + 1;
            at = SkipBlanks(start);
        }
        return at < text.Length && at - start > indent ? at : null;
    }

    /// <summary>Whether a marker stands here, and nothing close behind it.</summary>
    public bool IsAtMarker(string marker) => text.AsSpan(Math.Min(At, text.Length)).StartsWith(marker) && this[At + marker.Length] is ' ' or '\n';

    private int SkipBlanks(int offset)
    {
        while (offset < text.Length && text[offset] == ' ')
            offset++;
        return offset;
    }
}
