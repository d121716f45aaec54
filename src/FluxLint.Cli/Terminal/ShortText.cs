using System.Text;

namespace FluxLint.Cli.Terminal;

/// <summary>Text that takes no more than some columns.</summary>
internal static class ShortText
{
    /// <summary>The text, or its start with an ellipsis.</summary>
    public static string Of(string text, int width)
    {
        if (DisplayWidth.Of(text) <= width)
            return text;
        var shortened = new StringBuilder();
        var used = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            used += DisplayWidth.Of(rune);
            if (used > width - 1)
                break;
            shortened.Append(rune);
        }
        return shortened.Append('…').ToString();
    }
}
