using System.Collections.Immutable;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.CodeFixes;

/// <summary>Adds and removes the items of a sequence as it is written.</summary>
internal static class SequenceEdit
{
    public static TextChange? Add(WrittenNode written, YamlSequence sequence, string text)
    {
        if (written.IsJson || NewValue.Parse(text) is not { } value)
            return null;
        if (sequence.IsFlow)
            return FlowEdit.Add(sequence.Source, sequence.Span, Parts(sequence), value.InFlow());
        var layout = new Layout(sequence.Source);
        if (sequence.Items is not [.., var last] || layout.Dash(last) is not { } dash || layout.End(last) is not { } end)
            return null;
        var column = layout.Column(dash);
        return new(sequence.Source, new(layout.LineEnd(end), 0), $"{layout.NewLine}{new string(' ', column)}- {value.Indented(column + 2, layout.NewLine)}");
    }

    public static TextChange? Remove(YamlSequence sequence, YamlNode item)
    {
        var index = sequence.Items.IndexOf(item, 0, LocationComparer.Instance);
        if (index < 0 || sequence.Items[index].Properties is not null)
            return null;
        if (sequence.IsFlow)
            return FlowEdit.Remove(sequence.Source, Parts(sequence), index);
        var layout = new Layout(sequence.Source);
        return sequence.Items.Length > 1 && layout.Dash(sequence.Items[index]) is { } dash && layout.StartsLine(dash) && layout.End(sequence.Items[index]) is { } end
            ? new(sequence.Source, layout.Lines(dash, end), "")
            : null;
    }

    private static ImmutableArray<TextSpan> Parts(YamlSequence sequence) =>
        ImmutableArray.CreateRange(sequence.Items, item => item.Properties is null ? item.Span : default);

    private sealed class LocationComparer : IEqualityComparer<YamlNode>
    {
        public static readonly LocationComparer Instance = new();

        public bool Equals(YamlNode? x, YamlNode? y) => x is not null && y is not null && x.Location.Equals(y.Location);

        public int GetHashCode(YamlNode node) => node.Location.GetHashCode();
    }
}
