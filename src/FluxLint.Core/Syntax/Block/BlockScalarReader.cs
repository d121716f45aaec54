namespace FluxLint.Syntax;

/// <summary>Reads literal and folded scalars whose first line says how far they are indented.</summary>
internal sealed class BlockScalarReader(string text, BlockCursor cursor, ScalarContent content, NodeFactory nodes)
{
    // Line breaks that are not content yet: that of the last line, and blank lines behind it.
    private bool isBroken;
    private int blankLines;
    private bool isAfterBlank;

    /// <summary>The scalar at the cursor, which moves behind it; null for one that is written in another way.</summary>
    public YamlScalar? Read(int indent, YamlProperties? properties = null)
    {
        var start = cursor.At;
        var style = text[start] == '|' ? ScalarStyle.Literal : ScalarStyle.Folded;
        var chomping = cursor[start + 1] is '+' or '-' ? text[start + 1] : ' ';
        if (!cursor.IsLineEnd(start + (chomping == ' ' ? 1 : 2)))
            return null;
        content.Clear();
        (isBroken, blankLines, isAfterBlank) = (false, 0, false);
        var end = cursor.LineEnd(start);
        var line = end + 1;
        for (var width = 0; line < text.Length;)
        {
            var at = line;
            while (cursor[at] == ' ' && (width == 0 || at - line < width))
                at++;
            if (at >= text.Length)
                break;
            var lineEnd = cursor.LineEnd(at);
            if (lineEnd == at)
            {
                // Blank lines in front may be indented further than what they stand before, which is a mistake.
                if (width == 0 && at > line)
                    return null;
                blankLines++;
            }
            else if (at - line < width || at - line <= indent)
            {
                break;
            }
            else
            {
                width = at - line;
                AppendLine(text.AsSpan(at, lineEnd - at), style);
                isBroken = lineEnd < text.Length;
                end = text.AsSpan(at, lineEnd - at).ContainsAnyExcept(' ') ? lineEnd : end;
            }
            line = lineEnd + 1;
        }
        if (chomping != '-' && isBroken)
            content.Append('\n');
        if (chomping == '+')
            content.AppendBreaks(blankLines);
        cursor.MoveToLine(line);
        return nodes.Scalar(start, end, content.Characters, style, properties);
    }

    private void AppendLine(ReadOnlySpan<char> line, ScalarStyle style)
    {
        var isBlank = line[0] == ' ';
        var isFolded = style == ScalarStyle.Folded && !isBlank && !isAfterBlank;
        if (isBroken && !(isFolded && blankLines > 0))
            content.Append(isFolded ? ' ' : '\n');
        content.AppendBreaks(blankLines);
        content.Append(line);
        blankLines = 0;
        isAfterBlank = isBlank;
    }
}
