using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.CodeFixes;

/// <summary>YAML that a fix puts into a file: one value, given as if it stood at the start of a line.</summary>
internal sealed class NewValue
{
    private readonly string[] lines;
    private readonly YamlNode root;

    private NewValue(string[] lines, YamlNode root)
    {
        this.lines = lines;
        this.root = root;
    }

    /// <summary>Whether it is a block of keys or items, which starts on a line of its own.</summary>
    public bool IsBlock => root is YamlMapping { IsFlow: false } or YamlSequence { IsFlow: false };

    /// <summary>Whether it is a block of items.</summary>
    public bool IsBlockSequence => root is YamlSequence { IsFlow: false };

    /// <summary>Reads a value; null when the text is not just one.</summary>
    public static NewValue? Parse(string text)
    {
        text = text.ReplaceLineEndings("\n").TrimEnd('\n');
        return YamlTree.Parse(SourceText.From("", text)) is { Problems: [], Documents: [{ Root: { } root }] }
            ? new(text.Split('\n'), root)
            : null;
    }

    /// <summary>The lines, all but the first indented.</summary>
    public string Indented(int indentation, string newLine) =>
        string.Join(newLine, lines.Select((line, i) => i == 0 || line.Length == 0 ? line : new string(' ', indentation) + line));

    /// <summary>What stands behind a colon on its line; lines that follow are indented below the key.</summary>
    public string Inline(int keyColumn, string newLine) =>
        Indented(root is YamlScalar { Style: ScalarStyle.Literal or ScalarStyle.Folded } ? keyColumn : keyColumn + 2, newLine);

    /// <summary>The value as it can stand in braces or brackets; null when it cannot.</summary>
    public string? InFlow() =>
        !IsBlock && lines is [var line]
        && YamlTree.Parse(SourceText.From("", $"[{line}]")) is { Problems: [], Documents: [{ Root: YamlSequence { Items: [var item] } }] }
        && YamlNode.DataEquals(item, root)
            ? line
            : null;
}
