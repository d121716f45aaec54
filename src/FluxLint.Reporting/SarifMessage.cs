using System.Globalization;
using System.Text;
using FluxLint.Diagnostics;

namespace FluxLint.Reporting;

/// <summary>Puts the sentences of a finding together as SARIF's plain text, in which only links are marked up.</summary>
internal static class SarifMessage
{
    /// <summary>More links than this would bury the message; the locations are in the log all the same.</summary>
    public const int LinkedLocations = 10;

    /// <summary>
    /// The message as a first sentence, which is all that GitHub shows in lists, then links to the related locations,
    /// the clusters it reaches, and what to do.
    /// </summary>
    public static string Of(Diagnostic diagnostic)
    {
        var text = new StringBuilder(Sentence(diagnostic.Message));
        AppendLinks(text, diagnostic);
        if (Reach.Describe(diagnostic.Clusters) is { } reach)
            text.Append(" Reaches ").Append(Sentence(reach));
        if (diagnostic.Help is { Length: > 0 } help)
            text.Append(" Help: ").Append(help.Contains('\n') ? Escape(help) : Sentence(help));
        return text.ToString();
    }

    /// <summary>A text with the characters of links escaped, and a full stop.</summary>
    public static string Sentence(string text)
    {
        var escaped = Escape(text);
        return escaped is [.., '.' or '!' or '?' or '…'] ? escaped : escaped + ".";
    }

    private static void AppendLinks(StringBuilder text, Diagnostic diagnostic)
    {
        var related = diagnostic.Related;
        if (related.IsEmpty)
            return;
        text.Append(" See ");
        for (var i = 0; i < Math.Min(related.Length, LinkedLocations); i++)
        {
            if (i > 0)
                text.Append(", ");
            text.Append(CultureInfo.InvariantCulture, $"[{Escape(LinkText(related[i]))}]({i + 1})");
        }
        if (related.Length > LinkedLocations)
            text.Append(CultureInfo.InvariantCulture, $" and {related.Length - LinkedLocations:N0} more");
        text.Append('.');
    }

    private static string LinkText(RelatedLocation related) =>
        related.Message.Length > 0 ? related.Message : related.Location.ToString();

    // Braces would be doubled where a message has arguments. Ours have none, and viewers show braces as they stand.
    private static string Escape(string text) =>
        text.AsSpan().ContainsAny('\\', '[', ']')
            ? text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal)
            : text;
}
