using System.Text;

namespace FluxLint.Cli.Terminal;

/// <summary>Breaks text into lines at blanks.</summary>
internal static class WordWrap
{
    /// <summary>The narrowest that lines get, however little room there is.</summary>
    private const int Narrowest = 20;

    /// <summary>Lines of at most so many columns; a word that is longer has a line of its own.</summary>
    public static List<string> Lines(string text, int width)
    {
        width = Math.Max(width, Narrowest);
        if (DisplayWidth.Of(text) <= width)
            return [text];
        var lines = new List<string>();
        var line = new StringBuilder();
        var used = 0;
        foreach (var word in text.Split(' '))
        {
            var columns = DisplayWidth.Of(word);
            if (line.Length > 0 && used + 1 + columns > width)
            {
                lines.Add(line.ToString());
                line.Clear();
                used = 0;
            }
            if (line.Length > 0)
            {
                line.Append(' ');
                used++;
            }
            line.Append(word);
            used += columns;
        }
        lines.Add(line.ToString());
        return lines;
    }
}
