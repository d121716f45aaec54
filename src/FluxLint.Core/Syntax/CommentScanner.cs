using System.Collections.Immutable;
using FluxLint.Text;

namespace FluxLint.Syntax;

/// <summary>Finds the comments of a tree: outside its scalars, a <c>#</c> at the start of a line or behind white space opens one.</summary>
internal static class CommentScanner
{
    public static ImmutableArray<YamlComment> Scan(YamlTree tree)
    {
        var source = tree.Source;
        if (!source.Text.Contains('#'))
            return [];
        var comments = ImmutableArray.CreateBuilder<YamlComment>();
        var at = 0;
        foreach (var scalar in tree.DescendantNodes().OfType<YamlScalar>().OrderBy(scalar => scalar.Span.Start))
        {
            ScanGap(source, at, scalar.Span.Start, comments);
            at = Math.Max(at, scalar.Span.End);
            if (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded)
            {
                var header = source.GetLineSpan(source.GetPosition(scalar.Span.Start).Line);
                ScanGap(source, scalar.Span.Start, Math.Min(header.End, scalar.Span.End), comments);
            }
        }
        ScanGap(source, at, source.Text.Length, comments);
        return comments.ToImmutable();
    }

    private static void ScanGap(SourceText source, int start, int end, ImmutableArray<YamlComment>.Builder comments)
    {
        var text = source.Text;
        for (var at = start; at < end; at++)
        {
            // Behind a quote or a bracket readers take it without white space, too.
            if (text[at] != '#' || (at > start && !char.IsWhiteSpace(text[at - 1]) && !",[]{}".Contains(text[at - 1])))
                continue;
            var lineEnd = text.AsSpan(at).IndexOfAny('\n', '\r') is >= 0 and var length ? at + length : text.Length;
            var line = source.GetLineSpan(source.GetPosition(at).Line);
            var isTrailing = !text.AsSpan(line.Start, at - line.Start).IsWhiteSpace();
            comments.Add(new(TextSpan.FromBounds(at, lineEnd), text[(at + 1)..lineEnd].Trim(), isTrailing));
            at = lineEnd - 1;
        }
    }
}
