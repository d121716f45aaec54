using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FluxLint.Text;

namespace FluxLint.Syntax;

/// <summary>
/// Reads what nearly every manifest is made of, in one pass and without events: collections in block style, scalars and collections in brackets.
/// It gives up on a text at the first sign of anything else, of a mistake, and of what readers take in different ways: <see cref="TreeParser"/> reads those.
/// </summary>
internal sealed class BlockReader
{
    /// <summary>How deep collections nest. <see cref="TreeParser"/> knows what to say of deeper ones.</summary>
    public const int MaxDepth = 100;

    private readonly string text;
    private readonly BlockCursor cursor;
    private readonly NodeFactory nodes;
    private readonly AnchorReader anchors;
    private readonly PlainReader plains;
    private readonly QuotedReader quotes;
    private readonly BlockScalarReader blocks;
    private readonly KeyReader keys;
    private readonly FlowReader flows;

    // What is read of collections that are still open.
    private readonly List<YamlEntry> entries = [];
    private readonly List<YamlNode> items = [];

    private bool hasMergeKeys;

    private BlockReader(SourceText source, string text, SpanMap map)
    {
        this.text = text;
        cursor = new(text);
        nodes = new(source, map);
        anchors = new(text, nodes);
        var content = new ScalarContent();
        plains = new(text, cursor, content, nodes);
        quotes = new(text, cursor, content, nodes);
        blocks = new(text, cursor, content, nodes);
        keys = new(text, cursor, quotes, nodes);
        flows = new(text, cursor, quotes, anchors, nodes, Problems);
    }

    public ImmutableArray<YamlDocument>.Builder Documents { get; } = ImmutableArray.CreateBuilder<YamlDocument>();

    public List<YamlProblem> Problems { get; } = [];

    /// <summary>The reader with all that it has read; null when it gives up.</summary>
    public static BlockReader? Read(SourceText source, string text, SpanMap map)
    {
        if (!Characters.AreOrdinary(text) || (map == SpanMap.Identity && source.InvalidOffset is not null))
            return null;
        var reader = new BlockReader(source, text, map);
        try
        {
            return reader.TryRead() ? reader : null;
        }
        catch (LimitException)
        {
            return null;
        }
    }

    private bool TryRead()
    {
        cursor.MoveToLine(0);
        while (cursor.At < text.Length)
        {
            if (cursor.IsAtDocumentEnd)
            {
                var behind = cursor.At + 3;
                if (!cursor.IsAtMarker("---") || !cursor.TryEndLine(behind))
                    return false;
                if (cursor.IsAtDocumentEnd)
                {
                    Documents.Add(nodes.EmptyDocument(behind));
                    continue;
                }
            }
            anchors.StartDocument();
            hasMergeKeys = false;
            if (Node(indent: -1, depth: 0) is not { } root || !cursor.IsAtDocumentEnd)
                return false;
            Documents.Add(nodes.Document(root, anchors.HasAliases || hasMergeKeys));
        }
        return true;
    }

    /// <summary>The node at the cursor, which is indented further than the one around it.</summary>
    private YamlNode? Node(int indent, int depth, YamlProperties? properties = null)
    {
        var (start, column) = (cursor.At, cursor.Column);
        if (depth > MaxDepth)
            return null;
        if (cursor.IsAtDash)
            return Sequence(column, depth, properties);
        return keys.Read() is { } key ? Mapping(key, start, column, depth, properties) : Value(indent, depth, properties);
    }

    private YamlSequence? Sequence(int column, int depth, YamlProperties? properties = null)
    {
        var (start, first) = (cursor.At, items.Count);
        while (cursor.Column == column && cursor.IsAtDash)
        {
            var behind = cursor.At + 1;
            var isEmpty = cursor.TryEndLine(behind) && cursor.Column <= column;
            if ((isEmpty ? Empty(behind) : Node(column, depth + 1)) is not { } item)
                return null;
            items.Add(item);
        }
        return cursor.Column > column ? null : nodes.Sequence(start, TakeFrom(items, first), properties);
    }

    private YamlMapping? Mapping(YamlScalar? key, int start, int column, int depth, YamlProperties? properties)
    {
        var first = entries.Count;
        for (; key is not null; key = keys.Read())
        {
            if (MappingValue(column, depth + 1) is not { } value)
                return null;
            entries.Add(new(key, value));
            hasMergeKeys |= AliasExpander.IsMergeKey(key);
            if (cursor.Column == column)
                continue;
            var read = TakeFrom(entries, first);
            MappingChecks.Check(read.AsSpan(), Problems);
            return cursor.Column > column ? null : nodes.Mapping(start, read, properties);
        }
        return null;
    }

    private YamlNode? MappingValue(int column, int depth)
    {
        var behind = cursor.At;
        if (!cursor.TryEndLine(behind))
            return Value(column, depth);
        if (cursor.Column > column)
            return Node(column, depth);
        return cursor.Column == column && cursor.IsAtDash ? Sequence(column, depth) : Empty(behind);
    }

    /// <summary>The node at the cursor that is no collection in block style.</summary>
    private YamlNode? Value(int indent, int depth, YamlProperties? properties = null)
    {
        switch (text[cursor.At])
        {
            case '[' or '{':
                return flows.Read(indent, depth, out var end, properties) is { } flow && cursor.TryEndLine(end) ? flow : null;
            // Where a document ends that is one scalar is taken in different ways.
            case var _ when indent < 0:
                return null;
            case '*' when properties is null:
                return anchors.Alias(cursor.At, depth) is { } alias && cursor.TryEndLine(cursor.At + 1 + alias.Name.Length) ? alias : null;
            case '&' when properties is null:
                return Anchored(indent, depth);
            case '"' or '\'':
                return quotes.Read(cursor.At, indent, out var close, properties) is { } quoted && cursor.TryEndLine(close) ? quoted : null;
            case '|' or '>':
                return blocks.Read(indent, properties);
            default:
                return plains.Read(indent, properties);
        }
    }

    private YamlNode? Anchored(int indent, int depth)
    {
        if (anchors.Name(cursor.At) is not { } name)
            return null;
        var anchor = anchors.Open(name);
        var properties = new YamlProperties(name, Tag: null);
        var isBelow = cursor.TryEndLine(cursor.At + 1 + name.Length);
        var node = !isBelow ? Value(indent, depth, properties) : cursor.Column > indent ? Node(indent, depth, properties) : null;
        if (node is not null)
            anchors.Close(anchor, node);
        return node;
    }

    private YamlScalar Empty(int at) => nodes.Scalar(at, at, "", ScalarStyle.Plain);

    private static ImmutableArray<T> TakeFrom<T>(List<T> open, int first)
    {
        var read = ImmutableArray.Create(CollectionsMarshal.AsSpan(open)[first..]);
        open.RemoveRange(first, open.Count - first);
        return read;
    }
}
