using System.Globalization;
using System.Text;

namespace FluxLint.Cli.Terminal;

/// <summary>Shows text of a repository without letting it command the terminal or hide what it says.</summary>
internal static class SafeText
{
    private static readonly Rune Picture = new('\u2400');
    private static readonly Rune PictureOfDelete = new('\u2421');

    /// <summary>The text with every character that acts instead of showing made visible.</summary>
    public static string Of(string text)
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
        // Marks that reorder what follows can make one name look like another.
        0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => Rune.ReplacementChar,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            ? Rune.ReplacementChar
            : rune,
    };
}
