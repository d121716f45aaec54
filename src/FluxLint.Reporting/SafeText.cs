using System.Globalization;
using System.Text;

namespace FluxLint.Reporting;

/// <summary>
/// Shows text of a repository without letting it command the terminal or the machine that reads a log, or hide what it says. Every report
/// that people or log readers see goes through here.
/// </summary>
internal static class SafeText
{
    private static readonly Rune Picture = new('\u2400');
    private static readonly Rune PictureOfDelete = new('\u2421');

    /// <summary>The text with every character that acts instead of showing made visible, and as no command of a log, wherever a line breaks.</summary>
    public static string Of(string text)
    {
        var shown = WithoutOldCommands(Visible(text));
        var start = shown.Length - shown.AsSpan().TrimStart().Length;
        return string.CompareOrdinal(shown, start, "::", 0, 2) == 0 ? shown.Insert(start + 1, " ") : shown;
    }

    /// <summary>The text on one line.</summary>
    public static string OneLine(string text) => Of(text.ReplaceLineEndings(" "));

    /// <summary>The text with its lines as they are.</summary>
    public static string Lines(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(Of));

    /// <summary>
    /// The runner of GitHub Actions obeys the commands of its first years, <c>##[</c>, anywhere in a line, the agent of Azure Pipelines
    /// <c>##vso[</c> as well, and TeamCity <c>##teamcity[</c>. What replaces them is as wide.
    /// </summary>
    public static string WithoutOldCommands(string text)
    {
        StringBuilder? changed = null;
        for (var at = text.IndexOf("##", StringComparison.Ordinal); at >= 0; at = text.IndexOf("##", at + 1, StringComparison.Ordinal))
        {
            var end = at + 2;
            while (end < text.Length && char.IsAsciiLetter(text[end]))
                end++;
            if (end < text.Length && text[end] == '[')
                (changed ??= new(text))[end] = '(';
        }
        return changed?.ToString() ?? text;
    }

    /// <summary>The text without the marks that reorder what follows, and with all else as it is: for formats that escape what acts.</summary>
    public static string WithoutMarks(string text) => text.Any(IsMark) ? string.Concat(text.Select(c => IsMark(c) ? (char)Rune.ReplacementChar.Value : c)) : text;

    private static string Visible(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Of(rune) != rune || rune == Rune.ReplacementChar)
                return string.Concat(text.EnumerateRunes().Select(Of));
        }
        return text;
    }

    /// <summary>The rune itself, or the one that stands for it.</summary>
    public static Rune Of(Rune rune) => rune.Value switch
    {
        < 0x20 => new(Picture.Value + rune.Value),
        < 0x7F => rune,
        0x7F => PictureOfDelete,
        <= char.MaxValue and var unit when IsMark((char)unit) => Rune.ReplacementChar,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            ? Rune.ReplacementChar
            : rune,
    };

    // They can make one name look like another.
    private static bool IsMark(char c) => c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
