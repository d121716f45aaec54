using System.Text;

namespace FluxLint.Syntax;

/// <summary>
/// What becomes of a folded scalar in kustomize, which prints it and reads it again: its printer doubles the break of each
/// line that does not start with a blank, and its reader takes that back only before another such line.
/// </summary>
internal static class FoldedScalars
{
    public static string Reread(string value) => value.Contains('\n') && StaysBlock(value) ? Read(Print(value), value) : value;

    /// <summary>Whether the printer keeps to a literal or folded style; it prints any other text in double quotes.</summary>
    public static bool StaysBlock(string value) =>
        value.Length > 0 && value[^1] != ' ' && !value.Contains(" \n", StringComparison.Ordinal) && !value.Any(IsSpecial);

    private static bool IsSpecial(char c) => c is (< ' ' and not ('\n' or '\t')) or (>= '\u007F' and < '\u00A0') or '\uFEFF' or '\uFFFE' or '\uFFFF' or '\u2028' or '\u2029' || char.IsSurrogate(c);

    private static string Print(string value)
    {
        // The printer looks at the start of the text where it should look behind the break.
        var doubles = value.AsSpan().TrimStart('\n') is [not (' ' or '\t'), ..];
        var printed = new StringBuilder(value.Length + 8);
        var (isAtStart, startsBlank) = (true, true);
        foreach (var c in value)
        {
            if (c == '\n')
            {
                if (doubles && !isAtStart && !startsBlank)
                    printed.Append(c);
                isAtStart = true;
            }
            else
            {
                if (isAtStart)
                    startsBlank = c is ' ' or '\t';
                isAtStart = false;
            }
            printed.Append(c);
        }
        return printed.ToString();
    }

    private static string Read(string printed, string value)
    {
        var text = new StringBuilder(printed.Length);
        var lines = printed.Split('\n');
        var (hasBreak, emptyLines, isAfterBlank) = (false, 0, false);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            var isLast = i == lines.Length - 1;
            if (line.Length == 0)
            {
                emptyLines += isLast ? 0 : 1;
                continue;
            }
            var isBlank = line[0] is ' ' or '\t';
            if (hasBreak && (isAfterBlank || isBlank))
                text.Append('\n');
            else if (hasBreak && emptyLines == 0)
                text.Append(' ');
            text.Append('\n', emptyLines).Append(line);
            (hasBreak, emptyLines, isAfterBlank) = (!isLast, 0, isBlank);
        }
        if (value[^1] != '\n')
            return text.ToString();
        if (hasBreak)
            text.Append('\n');
        return value.Length == 1 || value[^2] == '\n' ? text.Append('\n', emptyLines).ToString() : text.ToString();
    }
}
