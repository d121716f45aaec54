using System.Text;

namespace FluxLint.Syntax;

/// <summary>Text in quotes that runs over several lines.</summary>
internal static class QuotedText
{
    /// <summary>
    /// Puts the text in quotes that opens at an offset on one line, as folding does (YAML 1.2, section 6.5). What folding takes away leaves
    /// signs that <see cref="Characters.Unshield"/> drops. Null when it is never closed, or has no line to fold.
    /// </summary>
    public static string? Fold(string text, int opening)
    {
        if (opening >= text.Length || text[opening] is not ('"' or '\''))
            return null;
        var folded = new StringBuilder(text, 0, opening + 1, text.Length);
        for (var at = opening + 1; at < text.Length;)
        {
            if (text[at] == text[opening] && !(text[opening] == '\'' && at + 1 < text.Length && text[at + 1] == '\''))
            {
                folded.Append(text, at, text.Length - at);
                var result = folded.ToString();
                return result == text ? null : result;
            }
            var length = Take(text, at, text[opening]);
            AppendFolded(folded, text.AsSpan(at, length));
            at += length;
        }
        return null;
    }

    /// <summary>Length of what belongs together: an escape, a run of blanks, or one character.</summary>
    private static int Take(string text, int at, char quote)
    {
        if (at + 1 < text.Length && (text[at] == '\\' && quote == '"' || text[at] == '\'' && quote == '\''))
            return 2;
        var end = at;
        while (end < text.Length && text[end] is ' ' or '\t' or '\r' or '\n')
            end++;
        return Math.Max(1, end - at);
    }

    private static void AppendFolded(StringBuilder folded, ReadOnlySpan<char> piece)
    {
        var breaks = piece.Count('\n') + (piece.Contains('\n') ? 0 : piece.Count('\r'));
        if (breaks == 0 || piece[0] == '\\')
        {
            folded.Append(piece);
            return;
        }
        folded.Append(breaks == 1 ? ' ' : Characters.ShieldedBreak, Math.Max(1, breaks - 1));
        folded.Append(Characters.Nothing, piece.Length - Math.Max(1, breaks - 1));
    }
}
