using System.Collections.Immutable;
using FluxLint.Text;

namespace FluxLint.Syntax;

/// <summary>Makes the nodes of a text, with their places in the file around it.</summary>
internal sealed class NodeFactory(SourceText source, SpanMap map)
{
    public YamlScalar Scalar(int start, int end, ReadOnlySpan<char> value, ScalarStyle style, YamlProperties? properties = null) =>
        new(source, map.Map(start, end), SharedTexts.Share(value), style, properties);

    public YamlAlias Alias(int start, int end, string name, YamlNode target) => new(source, map.Map(start, end), name, target);

    /// <summary>A mapping in block style, which ends with its last value.</summary>
    public YamlMapping Mapping(int start, ImmutableArray<YamlEntry> entries, YamlProperties? properties) => new(source, Span(start, entries[^1].Value), entries, isFlow: false, properties);

    public YamlMapping FlowMapping(int start, int end, ImmutableArray<YamlEntry> entries, YamlProperties? properties) => new(source, map.Map(start, end), entries, isFlow: true, properties);

    /// <summary>A sequence in block style, which ends with its last item.</summary>
    public YamlSequence Sequence(int start, ImmutableArray<YamlNode> items, YamlProperties? properties) => new(source, Span(start, items[^1]), items, isFlow: false, properties);

    public YamlSequence FlowSequence(int start, int end, ImmutableArray<YamlNode> items, YamlProperties? properties) => new(source, map.Map(start, end), items, isFlow: true, properties);

    public YamlDocument Document(YamlNode root, bool hasAliases) => new(root, root.Span, hasAliases);

    public YamlDocument EmptyDocument(int at) => new(null, map.Map(at, at), hasAliases: false);

    private TextSpan Span(int start, YamlNode last) => TextSpan.FromBounds(map.Map(start), Math.Max(map.Map(start), last.Span.End));
}
