using System.Text;
using FluxLint.Diagnostics;

namespace FluxLint.Reporting;

/// <summary>Reads what a report needs from a rule's page.</summary>
internal static class RulePage
{
    private const int Longest = 1000;

    /// <summary>The first paragraph of prose as one line of plain text; the title of the rule when the page has none.</summary>
    public static string FirstParagraph(RuleInfo rule)
    {
        var lines = rule.Page.Split('\n')
            .Select(line => line.Trim())
            .SkipWhile(line => !IsProse(line))
            .TakeWhile(IsProse);
        var text = Plain(string.Join(' ', lines));
        return text.Length == 0 ? rule.Descriptor.Title : Clip(text);
    }

    // Headings, tables, comments, lists, quotes, fences and rules stand around the prose of a page.
    private static bool IsProse(string line) =>
        line.Length > 0 && line[0] is not ('#' or '|' or '<' or '>') && !line.StartsWith("- ", StringComparison.Ordinal)
        && !line.StartsWith("* ", StringComparison.Ordinal) && !line.StartsWith("---", StringComparison.Ordinal)
        && !line.StartsWith("```", StringComparison.Ordinal);

    private static string Plain(string markdown)
    {
        var plain = new StringBuilder(markdown.Length);
        var inCode = false;
        for (var i = 0; i < markdown.Length; i++)
        {
            if (markdown[i] == '`')
            {
                inCode = !inCode;
            }
            else if (!inCode && markdown[i] == '*' && i + 1 < markdown.Length && markdown[i + 1] == '*')
            {
                i++;
            }
            else if (!inCode && markdown[i] == '[' && LinkEnd(markdown, i) is var (textEnd, end))
            {
                plain.Append(Plain(markdown[(i + 1)..textEnd]));
                i = end;
            }
            else
            {
                plain.Append(markdown[i]);
            }
        }
        return plain.ToString();
    }

    private static (int TextEnd, int End)? LinkEnd(string markdown, int start)
    {
        var textEnd = markdown.IndexOf("](", start, StringComparison.Ordinal);
        var end = textEnd < 0 ? -1 : markdown.IndexOf(')', textEnd);
        return end < 0 ? null : (textEnd, end);
    }

    private static string Clip(string text)
    {
        if (text.Length <= Longest)
            return text;
        var end = text.LastIndexOf(' ', Longest - 1);
        return text[..(end > 0 ? end : Longest)] + "…";
    }
}
