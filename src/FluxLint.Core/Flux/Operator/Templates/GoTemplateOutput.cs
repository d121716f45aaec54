using System.Text;
using FluxLint.Diagnostics;
using FluxLint.Kustomize;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Flux;

/// <summary>What a template gives, and where each part of it was written.</summary>
internal sealed class GoTemplateOutput(GoTemplateBudget budget)
{
    private const int MaximumLength = 1_000_000;

    private readonly StringBuilder text = new();
    private readonly List<Piece> pieces = [];

    public override string ToString() => text.ToString();

    /// <summary>Adds text of the template itself.</summary>
    public void Append(ReadOnlySpan<char> literal, TextSpan span) => Add(literal, new(text.Length, span, IsLiteral: true, Origin: null));

    /// <summary>Adds the value of an action.</summary>
    public void Append(string value, TextSpan action, Location? origin) => Add(value, new(text.Length, action, IsLiteral: false, origin));

    /// <summary>The input that a text from beginning to end is made of; null when there is none.</summary>
    public Location? Origin => pieces.Select(piece => piece.Origin).FirstOrDefault(origin => origin is not null);

    /// <summary>Moves a node that was parsed from this output to where it was written.</summary>
    /// <param name="node">A node without aliases.</param>
    /// <param name="template">The scalar that holds the template.</param>
    /// <param name="map">Where its characters are.</param>
    public YamlNode Place(YamlNode node, YamlScalar template, SpanMap map)
    {
        var span = Find(node.Span, map);
        return node switch
        {
            YamlMapping mapping => new YamlMapping(template.Source, span, [.. mapping.Entries.Select(entry => new YamlEntry(Place(entry.Key, template, map), Place(entry.Value, template, map)))], mapping.IsFlow),
            YamlSequence sequence => new YamlSequence(template.Source, span, [.. sequence.Items.Select(item => Place(item, template, map))], sequence.IsFlow),
            YamlScalar scalar => new YamlScalar(template.Source, span, scalar.Value, scalar.Style, scalar.Properties, DerivationOf(node.Span)),
            _ => node,
        };
    }

    /// <summary>Where characters of this output were written.</summary>
    public TextSpan Find(TextSpan span, SpanMap map)
    {
        if (pieces.Count == 0)
            return map.Map(0, 0);
        var first = Place(span.Start, map);
        var last = span.Length > 0 ? Place(span.End - 1, map) : first;
        return TextSpan.FromBounds(first.Start, span.Length > 0 ? Math.Max(first.Start, last.End) : first.Start);
    }

    private TextSpan Place(int offset, SpanMap map)
    {
        var piece = pieces[Index(offset)];
        var place = piece.Span.Start + (offset - piece.Start);
        return piece.IsLiteral ? map.Map(place, place + 1) : map.Map(piece.Span.Start, piece.Span.End);
    }

    private Derivation? DerivationOf(TextSpan span)
    {
        for (var i = Index(span.Start); i < pieces.Count && pieces[i].Start < span.End; i++)
        {
            if (pieces[i].Origin is { } origin)
                return new(ProvenanceStep.Input, origin, null);
        }
        return null;
    }

    private int Index(int offset)
    {
        var (low, high) = (0, pieces.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = pieces[middle].Start <= offset ? (middle, high) : (low, middle - 1);
        }
        return low;
    }

    private void Add(ReadOnlySpan<char> added, Piece piece)
    {
        if (added.IsEmpty)
            return;
        if (text.Length + added.Length > MaximumLength)
            throw new GoTemplateFault($"it gives more than {MaximumLength:N0} characters", piece.Span) { Kind = BuildProblemKind.Limit };
        if (!budget.Write(added.Length))
            throw new GoTemplateFault(GoTemplateBudget.Spent, piece.Span) { Kind = BuildProblemKind.Limit };
        pieces.Add(piece);
        text.Append(added);
    }

    private readonly record struct Piece(int Start, TextSpan Span, bool IsLiteral, Location? Origin);
}
