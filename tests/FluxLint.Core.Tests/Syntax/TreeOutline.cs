using System.Text;
using FluxLint.Syntax;

namespace FluxLint.Core.Tests.Syntax;

/// <summary>All that a reader makes of a text, as one text: documents, problems, and each node with kind, span, style, content and properties. Comments follow from the scalars.</summary>
internal static class TreeOutline
{
    public static string Of(IEnumerable<YamlDocument> documents, IEnumerable<YamlProblem> problems)
    {
        var outline = new StringBuilder();
        foreach (var document in documents)
        {
            outline.Append($"document {document.Span}{(ReferenceEquals(document.Root, document.Expanded) ? "" : " expanded")}\n");
            if (document.Root is { } root)
                Append(outline, root, 1);
        }
        foreach (var problem in problems)
            outline.Append($"{problem.Kind} {problem.Location.Span} {problem.Message} {problem.Other?.Span}\n");
        return outline.ToString();
    }

    private static void Append(StringBuilder outline, YamlNode node, int depth)
    {
        outline.Append(' ', depth).Append($"{Kind(node)} {node.Span} {node.Properties}\n");
        switch (node)
        {
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    Append(outline, entry.Key, depth + 1);
                    Append(outline, entry.Value, depth + 2);
                }
                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                    Append(outline, item, depth + 1);
                break;
        }
    }

    private static string Kind(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping.IsFlow ? "{}" : "mapping",
        YamlSequence sequence => sequence.IsFlow ? "[]" : "sequence",
        YamlAlias alias => $"*{alias.Name} to {alias.Target?.Span}",
        YamlScalar scalar => $"{scalar.Style} '{scalar.Value.Replace("\n", "\\n", StringComparison.Ordinal)}'",
        _ => throw new InvalidOperationException(),
    };
}
