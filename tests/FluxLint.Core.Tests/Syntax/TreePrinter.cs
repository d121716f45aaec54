using System.Text;
using FluxLint.Diagnostics;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Syntax;

/// <summary>Prints a tree beside its source, so that a reader can check every span by eye.</summary>
internal sealed class TreePrinter
{
    private readonly StringBuilder output = new();
    private readonly YamlTree tree;

    private TreePrinter(YamlTree tree) => this.tree = tree;

    public static string Print(YamlTree tree)
    {
        var printer = new TreePrinter(tree);
        printer.PrintSource();
        foreach (var document in tree.Documents)
            printer.PrintDocument(document);
        foreach (var comment in tree.Comments)
            printer.output.Append($"comment {Range(tree.Source, comment.Span)} {(comment.IsTrailing ? "trailing" : "own line")} {Escape(comment.Text)}\n");
        foreach (var problem in tree.Problems)
            printer.output.Append($"problem {Range(tree.Source, problem.Location.Span)} {problem.Kind}: {problem.Message}{Other(problem.Other)}\n");
        return printer.output.ToString();
    }

    private static string Other(Location? other) => other is null ? "" : $" (first at {other.Start})";

    private void PrintSource()
    {
        var source = tree.Source;
        for (var line = 1; line <= source.LineCount; line++)
            output.Append($"{line,3} | {Visible(source.Slice(source.GetLineSpan(line)))}\n");
        output.Append($"{source.Encoding.WebName}{(source.HasByteOrderMark ? ", byte order mark" : "")}{(source.Text.Contains('\r') ? ", carriage returns" : "")}\n\n");
    }

    private void PrintDocument(YamlDocument document)
    {
        output.Append($"document {Range(tree.Source, document.Span)}{(document.Root is null ? " empty" : "")}\n");
        if (document.Root is { } root)
            PrintNode("root", root, 1);
        if (document.Expanded is { } expanded && !ReferenceEquals(expanded, document.Root))
            output.Append($"  expands to {Compact(expanded)}\n");
        output.Append('\n');
    }

    private void PrintNode(string role, YamlNode node, int depth)
    {
        var properties = node.Properties is { } own ? $"{(own.Anchor is null ? "" : $" &{own.Anchor}")}{(own.Tag is null ? "" : $" <{own.Tag}>")}" : "";
        output.Append($"{new string(' ', depth * 2)}{role} {Range(tree.Source, node.Span)} {Kind(node)}{properties}\n");
        switch (node)
        {
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    PrintNode("key", entry.Key, depth + 1);
                    PrintNode("value", entry.Value, depth + 2);
                }
                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                    PrintNode("item", item, depth + 1);
                break;
        }
    }

    private string Kind(YamlNode node) => node switch
    {
        YamlMapping mapping => (mapping.IsFlow ? "flow" : "block") + " mapping",
        YamlSequence sequence => (sequence.IsFlow ? "flow" : "block") + " sequence",
        YamlAlias alias => $"alias {Escape(tree.Source.Slice(alias.Span))} -> {(alias.Target is { } target ? tree.Source.GetPosition(target.Span.Start) : "nothing")}",
        YamlScalar scalar => $"{scalar.Style} {scalar.Kind} {Escape(tree.Source.Slice(scalar.Span))}{Content(scalar)}",
        _ => throw new InvalidOperationException(),
    };

    private string Content(YamlScalar scalar) =>
        tree.Source.Slice(scalar.Span).SequenceEqual(scalar.CanonicalValue) ? "" : $" = {Escape(scalar.CanonicalValue)}";

    private static string Compact(YamlNode node) => node switch
    {
        YamlMapping mapping => "{" + string.Join(", ", mapping.Entries.Select(entry => Compact(entry.Key) + ": " + Compact(entry.Value))) + "}",
        YamlSequence sequence => "[" + string.Join(", ", sequence.Items.Select(Compact)) + "]",
        YamlScalar scalar => scalar.Kind == ScalarKind.String ? Escape(scalar.Value) : scalar.CanonicalValue,
        _ => throw new InvalidOperationException(),
    };

    private static string Range(SourceText source, TextSpan span) => $"{source.GetPosition(span.Start)}-{source.GetPosition(span.End)}";

    private static string Escape(ReadOnlySpan<char> text) =>
        "«" + text.ToString().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal) + "»";

    private static string Visible(ReadOnlySpan<char> line) => line.ToString().Replace('\t', '→');
}
