using System.Buffers;
using System.Collections.Immutable;

namespace FluxLint.Syntax;

/// <summary>Reads collections in brackets whose scalars stand on one line each.</summary>
internal sealed class FlowReader(string text, BlockCursor cursor, QuotedReader quotes, AnchorReader anchors, NodeFactory nodes, List<YamlProblem> problems)
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(",[]{}\n");

    private int at;
    private int line;
    private int indent;

    /// <summary>The collection at the cursor, and where it ends; null for one that is written in another way.</summary>
    /// <param name="around">How far the collection around it is indented.</param>
    /// <param name="depth">How many collections are around it.</param>
    /// <param name="end">Behind its closing bracket.</param>
    /// <param name="properties">Its anchor.</param>
    public YamlNode? Read(int around, int depth, out int end, YamlProperties? properties)
    {
        (at, line, indent) = (cursor.At, cursor.At - cursor.Column, Math.Max(around, 0));
        var read = Collection(depth, properties);
        end = at;
        return read;
    }

    private YamlNode? Collection(int depth, YamlProperties? properties = null)
    {
        if (depth > BlockReader.MaxDepth)
            return null;
        return text[at] == '[' ? Sequence(depth, properties) : Mapping(depth, properties);
    }

    private YamlSequence? Sequence(int depth, YamlProperties? properties)
    {
        var start = at++;
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (SkipLines() != ']')
        {
            if (Node(depth + 1) is not { } item || !TryEndEntry(']'))
                return null;
            items.Add(item);
        }
        return nodes.FlowSequence(start, ++at, items.DrainToImmutable(), properties);
    }

    private YamlMapping? Mapping(int depth, YamlProperties? properties)
    {
        var start = at++;
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        while (SkipLines() != '}')
        {
            if (Scalar() is not { } key || KeyReader.IsUnusual(key) || AliasExpander.IsMergeKey(key) || SkipBlanks() != ':' || cursor[++at] != ' ')
                return null;
            SkipBlanks();
            if (Node(depth + 1) is not { } value || !TryEndEntry('}'))
                return null;
            entries.Add(new(key, value));
        }
        var read = entries.DrainToImmutable();
        MappingChecks.Check(read.AsSpan(), problems);
        return nodes.FlowMapping(start, ++at, read, properties);
    }

    private YamlNode? Node(int depth) => cursor[at] switch
    {
        '[' or '{' => Collection(depth),
        '*' => Alias(depth),
        _ => Scalar(),
    };

    private YamlAlias? Alias(int depth)
    {
        var alias = anchors.Alias(at, depth);
        at += alias is null ? 0 : 1 + alias.Name.Length;
        return alias;
    }

    private YamlScalar? Scalar()
    {
        var start = at;
        if (at - line <= indent)
            return null;
        if (cursor[at] is '"' or '\'')
            return quotes.Read(start, QuotedReader.OneLine, out at);
        if (!PlainLine.CanStart(text.AsSpan(start)))
            return null;
        var length = text.AsSpan(start).IndexOfAny(Ends);
        var plain = PlainLine.Read(text.AsSpan(0, length < 0 ? text.Length : start + length), start);
        at = plain.Next;
        var value = text.AsSpan(start, plain.End - start);
        return value is "-" ? null : nodes.Scalar(start, plain.End, value, ScalarStyle.Plain);
    }

    /// <summary>Moves behind the comma, or to the bracket that closes.</summary>
    private bool TryEndEntry(char bracket)
    {
        var next = SkipLines();
        at += next == ',' ? 1 : 0;
        return next == ',' || next == bracket;
    }

    /// <summary>Moves over line breaks and comments, too.</summary>
    private char SkipLines()
    {
        while (at < text.Length && cursor.IsLineEnd(at))
            at = line = cursor.LineEnd(at) + 1;
        return SkipBlanks();
    }

    private char SkipBlanks()
    {
        while (cursor[at] == ' ')
            at++;
        return cursor[at];
    }
}
