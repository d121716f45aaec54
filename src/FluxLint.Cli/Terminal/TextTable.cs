using System.Collections.Immutable;

namespace FluxLint.Cli.Terminal;

/// <summary>A table whose columns are as wide as what is in them; the first and the last give way where the terminal is too narrow.</summary>
internal sealed class TextTable
{
    private const string Gap = "  ";
    private const int Narrowest = 12;

    private readonly List<string[]> rows = [];
    private readonly int columns;

    public TextTable(params string[] heads)
    {
        columns = heads.Length;
        rows.Add(heads);
    }

    /// <summary>The columns of numbers, counted from 0.</summary>
    public ImmutableArray<int> RightAligned { get; init; } = [];

    /// <summary>Adds a row; cells left out are empty.</summary>
    public void Add(params string[] cells) => rows.Add([.. cells, .. Enumerable.Repeat("", columns - cells.Length)]);

    /// <summary>Writes the table. Columns without a value are left out.</summary>
    public void Write(TextWriter writer, Ansi ansi, int? width)
    {
        var used = Enumerable.Range(0, columns).Where(column => rows.Skip(1).Any(row => row[column].Length > 0)).ToList();
        var widths = used.ToDictionary(column => column, column => rows.Max(row => DisplayWidth.Of(row[column])));
        if (width is { } limit)
        {
            foreach (var column in (int[])[used[^1], used[0]])
            {
                var excess = widths.Values.Sum() + (Gap.Length * (used.Count - 1)) - limit;
                if (excess > 0 && !RightAligned.Contains(column))
                    widths[column] = Math.Min(widths[column], Math.Max(Narrowest, widths[column] - excess));
            }
        }
        for (var i = 0; i < rows.Count; i++)
        {
            var line = string.Join(Gap, used.Select(column => Cell(rows[i][column], widths[column], RightAligned.Contains(column)))).TrimEnd();
            writer.WriteLine(i == 0 ? ansi.Heading(line) : line);
        }
    }

    private static string Cell(string text, int width, bool isRightAligned)
    {
        var shown = ShortText.Of(text, width);
        var padding = new string(' ', width - DisplayWidth.Of(shown));
        return isRightAligned ? padding + shown : shown + padding;
    }
}
