using System.Text;
using Wcwidth;

namespace FluxLint.Cli.Terminal;

/// <summary>How many columns of a terminal a character takes.</summary>
internal static class DisplayWidth
{
    // Before combining marks begin, every character that is shown takes one column, and no table has to be loaded.
    private const int FirstMark = 0x300;

    /// <summary>The columns of a text.</summary>
    public static int Of(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
            width += Of(rune);
        return width;
    }

    /// <summary>0 for what joins or decorates its neighbour, 2 for what is wide, 1 for the rest.</summary>
    public static int Of(Rune rune) => rune.Value < FirstMark ? 1 : Math.Max(0, UnicodeCalculator.GetWidth(rune, Unicode.Version_17_0_0));
}
