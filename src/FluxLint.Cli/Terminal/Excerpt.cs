using System.Text;
using FluxLint.Reporting;

namespace FluxLint.Cli.Terminal;

/// <summary>A source line as a terminal shows it, cut around what is marked.</summary>
/// <param name="Text">What to show, with tabs as spaces.</param>
/// <param name="CaretStart">Columns before the mark.</param>
/// <param name="CaretLength">Columns of the mark, at least one.</param>
/// <param name="StartsLate">Whether the start of the line is cut off.</param>
internal readonly record struct Excerpt(string Text, int CaretStart, int CaretLength, bool StartsLate)
{
    private const int TabSize = 4;
    private const char Ellipsis = '…';

    /// <summary>Shows a line in <paramref name="width"/> columns.</summary>
    /// <param name="line">The line without its line break.</param>
    /// <param name="start">Offset of the first marked character.</param>
    /// <param name="end">Offset behind the last marked character.</param>
    /// <param name="width">Columns that may be used.</param>
    public static Excerpt Of(ReadOnlySpan<char> line, int start, int end, int width)
    {
        // A line of megabytes costs no more than the part of it that is shown.
        var first = BoundaryAt(line, Math.Max(0, start - width));
        var last = BoundaryAt(line, Math.Min(line.Length, start + width));
        var cells = Measure(line[first..last], first);
        var total = cells.Sum(cell => cell.Width);
        var isWhole = first == 0 && last == line.Length;
        if (isWhole && total <= width)
            return Show(cells, skip: 0, limit: width, start, end, cutLeft: false, cutRight: false);

        var marked = cells.TakeWhile(cell => cell.Offset < start).Sum(cell => cell.Width);
        var shownMark = cells.Where(cell => cell.Offset >= start && cell.Offset < end).Sum(cell => cell.Width);
        var lead = width / 3;
        var skip = first == 0 && marked + Math.Min(Math.Max(shownMark, 1), lead) < width ? 0 : Math.Max(0, marked - lead);
        var cutLeft = first > 0 || skip > 0;
        var cutRight = last < line.Length || total - skip + (cutLeft ? 1 : 0) > width;
        return Show(cells, skip, cutRight ? width - 1 : width, start, end, cutLeft, cutRight);
    }

    private static Excerpt Show(List<Cell> cells, int skip, int limit, int start, int end, bool cutLeft, bool cutRight)
    {
        var text = new StringBuilder(cutLeft ? Ellipsis.ToString() : "");
        var column = text.Length;
        var skipped = 0;
        int? caretStart = null;
        int? caretEnd = null;
        foreach (var cell in cells)
        {
            if (skipped < skip)
            {
                skipped += cell.Width;
                continue;
            }
            if (column + cell.Width > limit)
                break;
            if (cell.Offset >= start)
                caretStart ??= column;
            if (cell.Offset >= end)
                caretEnd ??= column;
            text.Append(cell.Text);
            column += cell.Width;
        }
        var from = caretStart ?? column;
        var to = caretEnd ?? column;
        if (cutRight)
            text.Append(Ellipsis);
        return new(text.ToString(), from, Math.Max(1, to - from), cutLeft);
    }

    private static List<Cell> Measure(ReadOnlySpan<char> text, int offset)
    {
        var cells = new List<Cell>(text.Length);
        var column = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var cell = rune.Value == '\t' ? Tab(offset, column) : Visible(offset, SafeText.Of(rune));
            cells.Add(cell);
            column += cell.Width;
            offset += rune.Utf16SequenceLength;
        }
        return cells;
    }

    private static Cell Tab(int offset, int column)
    {
        var width = TabSize - (column % TabSize);
        return new(offset, new(' ', width), width);
    }

    private static Cell Visible(int offset, Rune rune) => new(offset, rune.ToString(), DisplayWidth.Of(rune));

    private static int BoundaryAt(ReadOnlySpan<char> text, int offset) =>
        offset > 0 && offset < text.Length && char.IsLowSurrogate(text[offset]) && char.IsHighSurrogate(text[offset - 1]) ? offset - 1 : offset;

    private readonly record struct Cell(int Offset, string Text, int Width);
}
