using System.Collections.Immutable;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.CodeFixes;

/// <summary>Sets and removes the entries of a mapping as it is written.</summary>
internal sealed class MappingEdit
{
    private readonly WrittenNode written;
    private readonly YamlMapping mapping;
    private readonly SourceText source;
    private readonly Layout layout;

    private MappingEdit(WrittenNode written, YamlMapping mapping)
    {
        this.written = written;
        this.mapping = mapping;
        source = mapping.Source;
        layout = new(source);
    }

    /// <summary>Where each entry of a flow mapping stands; empty where that cannot be told.</summary>
    private ImmutableArray<TextSpan> Parts =>
        ImmutableArray.CreateRange(mapping.Entries, entry => layout.Colon(entry.Key) is null || entry.Value.Span.Length == 0 ? default : TextSpan.FromBounds(entry.Key.Span.Start, entry.Value.Span.End));

    /// <summary>The mapping as it is written, when it has the same to say of a key there; null else.</summary>
    public static MappingEdit? Of(WrittenNode written, YamlMapping mapping, string key)
    {
        if (written.Node is not YamlMapping found || found.Entries.Count(entry => entry.Name == key) > 1)
            return null;
        // Where a patch set or removed the key, the mapping is not the place to edit.
        return IsAsWritten(mapping[key], found[key]) && IsAsWritten(mapping.KeyOf(key), found.KeyOf(key)) ? new(written, found) : null;
    }

    public TextChange? Set(string key, string valueText)
    {
        if (written.IsJson || NewValue.Parse(valueText) is not { } value)
            return null;
        return (Index(key), mapping.IsFlow || written.IsInFlow) switch
        {
            ({ } index, true) => ReplaceInFlow(mapping.Entries[index], value),
            ({ } index, false) => Replace(mapping.Entries[index], value),
            (null, true) => mapping.IsFlow && value.InFlow() is { } text ? FlowEdit.Add(source, mapping.Span, Parts, $"{ScalarText.Key(key, isInFlow: true)}: {text}") : null,
            (null, false) => Add(key, value),
        };
    }

    public TextChange? Remove(string key)
    {
        if (Index(key) is not { } index || HasAnchor(mapping.Entries[index].Value))
            return null;
        if (mapping.IsFlow)
            return FlowEdit.Remove(source, Parts, index);
        if (written.IsInFlow || mapping.Entries.Length == 1 || End(mapping.Entries[index]) is not { } end)
            return null;
        var start = mapping.Entries[index].Key.Span.Start;
        if (layout.StartsLine(start))
            return new(source, layout.Lines(start, end), "");
        // The first entry of a list item: the next one takes its place behind the dash.
        if (index != 0 || mapping.Entries[1].Key is not { Properties: null } next)
            return null;
        var span = TextSpan.FromBounds(start, next.Span.Start);
        return source.Slice(TextSpan.FromBounds(layout.LineEnd(end), next.Span.Start)).Contains('#') ? null : new(source, span, "");
    }

    public TextChange? RenameKey(string key, string newKey)
    {
        if (Index(key) is not { } index || mapping.Contains(newKey) || mapping.Entries[index].Key is not YamlScalar { Properties: null } node)
            return null;
        var place = written with { Node = node, IsKey = true, IsInFlow = mapping.IsFlow || written.IsInFlow };
        return ScalarText.InPlaceOf(place, node, newKey) is { } text ? new(source, node.Span, text) : null;
    }

    private TextChange? Add(string key, NewValue value)
    {
        // A block at the end of a file without a line break would get one by what follows it: then the entry goes above.
        var last = layout.End(mapping.Entries[^1]) ?? (mapping.Entries is [.., var above, _] ? layout.End(above) : null);
        if (last is not { } end || mapping.Entries[0].Key.Properties is not null)
            return null;
        var column = layout.Column(mapping.Entries[0].Key.Span.Start);
        var name = $"{layout.NewLine}{new string(' ', column)}{ScalarText.Key(key, isInFlow: false)}:";
        return new(source, new(layout.LineEnd(end), 0), name + (value.IsBlock ? Block(value, column) : $" {value.Inline(column, layout.NewLine)}"));
    }

    // Of what goes away, the end of the file is an end as well.
    private int? End(YamlEntry entry) => layout.End(entry) ?? (entry.Value.Span.End == source.Text.Length ? source.Text.Length : null);

    private TextChange? Replace(YamlEntry entry, NewValue value)
    {
        if (layout.Colon(entry.Key) is not { } colon || End(entry) is not { } end || HasAnchor(entry.Value))
            return null;
        var column = layout.Column(entry.Key.Span.Start);
        var keyLine = layout.LineEnd(colon);
        var isBelow = entry.Value.Span.Start > keyLine && end > colon;
        // The comment on the line of the key stays; those inside of a block go with it.
        var comment = source.Text[(isBelow ? colon : end)..(isBelow ? keyLine : layout.LineEnd(end))];
        if (comment.AsSpan().TrimStart() is not ([] or ['#', ..]))
            return null;
        if (value.IsBlock)
            return new(source, TextSpan.FromBounds(colon, layout.LineEnd(end)), comment + Block(value, column));
        var text = value.Inline(column, layout.NewLine);
        if (isBelow)
            return text.Contains('\n') && comment.Length > 0 ? null : new(source, TextSpan.FromBounds(colon, layout.LineEnd(end)), $" {text}{comment}");
        // A tag goes with the value that it speaks of.
        var isWhole = end == colon || entry.Value.Properties is not null;
        return text.Contains('\n') && comment.Length > 0 ? null : new(source, TextSpan.FromBounds(isWhole ? colon : entry.Value.Span.Start, end), isWhole ? $" {text}" : text);
    }

    private TextChange? ReplaceInFlow(YamlEntry entry, NewValue value) =>
        entry.Value is { Span.Length: > 0, Properties: null } && !HasAnchor(entry.Value) && value.InFlow() is { } text ? new(source, entry.Value.Span, text) : null;

    /// <summary>A block below its key, indented as the file does it elsewhere.</summary>
    private string Block(NewValue value, int keyColumn)
    {
        var indentation = keyColumn + Step(value.IsBlockSequence);
        return layout.NewLine + new string(' ', indentation) + value.Indented(indentation, layout.NewLine);
    }

    private int Step(bool ofSequence)
    {
        var steps =
            from parent in written.Tree.DescendantNodes().OfType<YamlMapping>()
            where !parent.IsFlow
            from entry in parent.Entries
            where ofSequence ? entry.Value is YamlSequence { IsFlow: false } : entry.Value is YamlMapping { IsFlow: false }
            where layout.StartsLine(entry.Value.Span.Start) && layout.StartsLine(entry.Key.Span.Start)
            select layout.Column(entry.Value.Span.Start) - layout.Column(entry.Key.Span.Start);
        return steps.FirstOrDefault(2);
    }

    private int? Index(string key)
    {
        for (var i = 0; i < mapping.Entries.Length; i++)
        {
            if (mapping.Entries[i].Name == key)
                return i;
        }
        return null;
    }

    private static bool IsAsWritten(YamlNode? rendered, YamlNode? found) =>
        rendered is null || found is null ? rendered is null && found is null : rendered.Location.Equals(found.Location) && (rendered as YamlScalar)?.Value == (found as YamlScalar)?.Value;

    // Aliases elsewhere would lose what they stand for.
    private static bool HasAnchor(YamlNode node) => node.Properties?.Anchor is not null || node switch
    {
        YamlMapping mapping => mapping.Entries.Any(entry => HasAnchor(entry.Key) || HasAnchor(entry.Value)),
        YamlSequence sequence => sequence.Items.Any(HasAnchor),
        _ => false,
    };
}
