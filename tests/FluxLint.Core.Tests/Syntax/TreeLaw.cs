using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Syntax;

/// <summary>
/// What holds of every tree: nodes lie inside their parents, in order and without overlap; problems and comments lie in the text;
/// and of a tree that is whole, what no leaf and no comment covers is white space or a sign of the syntax.
/// </summary>
internal static class TreeLaw
{
    public static string? FindBreach(YamlTree tree)
    {
        var text = tree.Source.Text;
        var whole = new TextSpan(0, text.Length);
        foreach (var problem in tree.Problems)
        {
            if (!whole.Contains(problem.Location.Span))
                return $"a problem lies at {problem.Location.Span}, outside the text";
        }

        var after = 0;
        foreach (var document in tree.Documents)
        {
            if (document.Span.Start < after || document.Span.End > text.Length)
                return $"a document lies at {document.Span}, behind {after}";
            after = document.Span.End;
            if (document.Root is { } root && FindBreach(root, document.Span, tree.Source) is { } breach)
                return breach;
        }
        return FindUncovered(tree);
    }

    private static string? FindBreach(YamlNode node, TextSpan parent, SourceText source)
    {
        if (!parent.Contains(node.Span))
            return $"{source.GetPosition(node.Span.Start)}: {node.GetType().Name} {node.Span} lies outside its parent {parent}";
        var after = node.Span.Start;
        foreach (var child in Children(node))
        {
            if (child.Span.Start < after)
                return $"{source.GetPosition(child.Span.Start)}: {child.GetType().Name} {child.Span} overlaps what ends at {after}";
            after = child.Span.End;
            if (FindBreach(child, node.Span, source) is { } breach)
                return breach;
        }
        return null;
    }

    private static IEnumerable<YamlNode> Children(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping.Entries.SelectMany(entry => new[] { entry.Key, entry.Value }),
        YamlSequence sequence => sequence.Items,
        _ => [],
    };

    private static string? FindUncovered(YamlTree tree)
    {
        if (tree.IsBroken)
            return null;
        var source = tree.Source;
        var leaves = tree.DescendantNodes().Where(node => node is YamlScalar or YamlAlias).Select(node => node.Span)
            .Concat(tree.Comments.Select(comment => comment.Span))
            .OrderBy(span => span.Start);
        var at = 0;
        foreach (var leaf in leaves.Append(new(source.Text.Length, 0)))
        {
            if (leaf.Start > at && FindContent(source, at, leaf.Start) is { } content)
                return $"{source.GetPosition(content)}: '{source.Text[content]}' lies in no node";
            at = Math.Max(at, leaf.End);
        }
        return null;
    }

    /// <summary>The first character of a gap that is neither blank nor syntax: signs, anchors, tags, document markers, directives.</summary>
    private static int? FindContent(SourceText source, int start, int end)
    {
        var text = source.Text;
        for (var at = start; at < end; at++)
        {
            var isAtLineStart = at == 0 || text[at - 1] is '\n' or '\r';
            if (text[at] is '&' or '!' || (text[at] == '%' && isAtLineStart))
            {
                var stop = text[at] == '%' ? "\r\n" : text.AsSpan(at) is ['!', '<', ..] ? ">" : " \t\r\n";
                while (at + 1 < end && !stop.Contains(text[at + 1]))
                    at++;
            }
            else if (isAtLineStart && text.AsSpan(at, end - at) is ['.', '.', '.', ..])
            {
                at += 2;
            }
            else if (!char.IsWhiteSpace(text[at]) && !"-:?,[]{}>".Contains(text[at]))
            {
                return at;
            }
        }
        return null;
    }
}
