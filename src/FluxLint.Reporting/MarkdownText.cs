using System.Text;

namespace FluxLint.Reporting;

/// <summary>Writes text of a repository into Markdown so that it reads as it stands: on one line, in a cell of a table, and without marking up anything.</summary>
internal static class MarkdownText
{
    private const string Active = "\\`*_[]<>#|~&!";

    public static string Of(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var character in SafeText.OneLine(text))
        {
            if (Active.Contains(character))
                escaped.Append('\\').Append(character);
            // GitHub mentions people whatever stands before.
            else if (character == '@')
                escaped.Append("@<!-- -->");
            else
                escaped.Append(character);
        }
        return escaped.ToString();
    }
}
