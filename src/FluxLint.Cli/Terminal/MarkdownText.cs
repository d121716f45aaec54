using System.Text.RegularExpressions;

namespace FluxLint.Cli.Terminal;

/// <summary>
/// Shows a page of a rule in a terminal: paragraphs and lists in its width, headings and code by colour in place of marks, blocks of code as they are.
/// It reads the Markdown that pages are written in, and passes on what it does not know.
/// </summary>
internal sealed partial class MarkdownText(TextWriter writer, Ansi ansi, int width)
{
    private const string Fence = "```";
    private const string Bullet = "- ";
    private readonly List<string> paragraph = [];

    public void Write(string page)
    {
        var isCode = false;
        var table = new List<string[]>();
        foreach (var line in page.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                EndParagraph();
                isCode = !isCode;
            }
            else if (isCode)
                writer.WriteLine($"    {line}".TrimEnd());
            else if (line is ['|', ..])
                table.Add([.. line.Trim('|').Split('|').Select(cell => Plain(cell.Trim()))]);
            else
                WriteLine(line, table);
        }
        EndParagraph();
    }

    private void WriteLine(string line, List<string[]> table)
    {
        WriteTable(table);
        if (line is ['#', ..])
            writer.WriteLine(ansi.Heading(line.TrimStart('#').Trim()));
        else if (line.Length == 0)
        {
            EndParagraph();
            writer.WriteLine();
        }
        else
        {
            if (line.StartsWith(Bullet, StringComparison.Ordinal))
                EndParagraph();
            paragraph.Add(line.Trim());
        }
    }

    private void WriteTable(List<string[]> rows)
    {
        if (rows is not [var heads, _, .. var values])
            return;
        var table = new TextTable(heads);
        foreach (var row in values)
            table.Add(row);
        table.Write(writer, ansi, width);
        rows.Clear();
    }

    private void EndParagraph()
    {
        if (paragraph.Count == 0)
            return;
        var hanging = paragraph[0].StartsWith(Bullet, StringComparison.Ordinal) ? "  " : "";
        var isFirst = true;
        foreach (var line in WordWrap.Lines(Link.Replace(string.Join(' ', paragraph), "$1 ($2)"), width - hanging.Length))
        {
            writer.WriteLine((isFirst ? "" : hanging) + Painted(line));
            isFirst = false;
        }
        paragraph.Clear();
    }

    // A span of code that was broken keeps its marks.
    private string Painted(string line) => Code.Replace(line, code => ansi.Code(code.Groups[1].Value));

    private static string Plain(string text) => Code.Replace(Link.Replace(text, "$1"), "$1");

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code { get; }

    [GeneratedRegex(@"\[([^\]]+)\]\(([^)]+)\)")]
    private static partial Regex Link { get; }
}
