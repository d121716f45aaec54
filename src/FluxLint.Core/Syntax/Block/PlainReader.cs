namespace FluxLint.Syntax;

/// <summary>Reads plain scalars, on one line and over several.</summary>
internal sealed class PlainReader(string text, BlockCursor cursor, ScalarContent content, NodeFactory nodes)
{
    /// <summary>The scalar at the cursor, which moves behind it; null where none can start, or where a colon follows on one of its lines.</summary>
    /// <param name="indent">How far the collection around it is indented. Lines that are indented further belong to it.</param>
    /// <param name="properties">Its anchor.</param>
    public YamlScalar? Read(int indent, YamlProperties? properties = null)
    {
        var start = cursor.At;
        if (!PlainLine.CanStart(text.AsSpan(start)))
            return null;
        var (from, line) = (start, PlainLine.Read(text, start));
        content.Clear();
        while (!line.IsKey && !line.HasComment && cursor.FindContinuation(line.Next, indent, out var blankLines) is { } next && text[next] != '#')
        {
            content.Append(text.AsSpan(from, line.End - from));
            content.AppendFold(blankLines);
            (from, line) = (next, PlainLine.Read(text, next));
        }
        if (line.IsKey)
            return null;
        cursor.MoveToLine(cursor.LineEnd(line.Next) + 1);
        return nodes.Scalar(start, line.End, content.With(text.AsSpan(from, line.End - from)), ScalarStyle.Plain, properties);
    }
}
