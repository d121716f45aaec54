namespace FluxLint.Syntax;

/// <summary>Reads scalars in quotes, with the escapes that are common.</summary>
internal sealed class QuotedReader(string text, BlockCursor cursor, ScalarContent content, NodeFactory nodes)
{
    /// <summary>The indentation behind which nothing goes on below its line.</summary>
    public const int OneLine = int.MaxValue;

    /// <summary>The scalar that starts at an offset, and where it ends; null for one that is written in another way.</summary>
    /// <param name="start">Where its quote opens.</param>
    /// <param name="indent">How far the collection around it is indented. Its lines are indented further.</param>
    /// <param name="end">Behind the quote that closes.</param>
    /// <param name="properties">Its anchor.</param>
    public YamlScalar? Read(int start, int indent, out int end, YamlProperties? properties = null)
    {
        var (quote, escape, style) = text[start] == '"' ? ('"', '\\', ScalarStyle.DoubleQuoted) : ('\'', '\'', ScalarStyle.SingleQuoted);
        content.Clear();
        for (var from = start + 1; ; from = end)
        {
            var rest = text.AsSpan(from);
            var length = rest.IndexOfAny(quote, escape, '\n');
            end = from + length + 1;
            if (length < 0)
                return null;
            var next = cursor[end];
            if (rest[length] == '\n')
            {
                if (cursor.FindContinuation(end - 1, indent, out var blankLines) is not { } continuation)
                    return null;
                content.Append(rest[..length].TrimEnd(' '));
                content.AppendFold(blankLines);
                end = continuation;
            }
            else if (rest[length] == quote && (quote == '"' || next != quote))
            {
                return nodes.Scalar(start, end, content.With(rest[..length]), style, properties);
            }
            else if (Unescape(quote, next) is { } character)
            {
                content.Append(rest[..length]);
                content.Append(character);
                end++;
            }
            else
            {
                return null;
            }
        }
    }

    /// <summary>Whether a colon closes up to the next quote on the line.</summary>
    public bool IsKey(int start)
    {
        var rest = text.AsSpan(start + 1);
        var length = rest.IndexOfAny(text[start], '\n');
        return length >= 0 && rest[(length + 1)..] is [':', ..];
    }

    private static char? Unescape(char quote, char escaped) => escaped switch
    {
        _ when escaped == quote => quote,
        '\\' => '\\',
        'n' => '\n',
        't' => '\t',
        _ => null,
    };
}
