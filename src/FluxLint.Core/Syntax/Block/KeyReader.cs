namespace FluxLint.Syntax;

/// <summary>Reads the keys of mappings: scalars on one line with a colon behind them.</summary>
internal sealed class KeyReader(string text, BlockCursor cursor, QuotedReader quotes, NodeFactory nodes)
{
    private const int Longest = 1000;

    /// <summary>Whether a key may be one of those that readers take for something else, or too long for one.</summary>
    public static bool IsUnusual(YamlScalar key) => key.Value.Length > Longest || (key.Style == ScalarStyle.Plain && key.Value.Contains('*'));

    /// <summary>The key at the cursor, which moves behind its colon; null, and the cursor stays, where none stands.</summary>
    public YamlScalar? Read()
    {
        var start = cursor.At;
        var colon = start;
        YamlScalar? key = null;
        if (text[start] is '"' or '\'')
        {
            key = quotes.IsKey(start) ? quotes.Read(start, QuotedReader.OneLine, out colon) : null;
        }
        else if (PlainLine.CanStart(text.AsSpan(start)) && PlainLine.Read(text, start) is { IsKey: true } line)
        {
            key = nodes.Scalar(start, line.End, text.AsSpan(start, line.End - start), ScalarStyle.Plain);
            colon = line.Next;
        }
        if (key is null || cursor[colon] != ':' || cursor[colon + 1] is not (' ' or '\n') || IsUnusual(key))
            return null;
        cursor.MoveTo(colon + 1);
        return key;
    }
}
