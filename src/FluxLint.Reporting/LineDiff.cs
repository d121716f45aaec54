using System.Collections.Immutable;

namespace FluxLint.Reporting;

/// <summary>Finds a shortest way from the lines of one text to those of another (Myers, "An O(ND) Difference Algorithm", 1986).</summary>
internal static class LineDiff
{
    /// <summary>More edits than this are not worth the search: then everything between what is the same at both ends is replaced.</summary>
    private const int MostEdits = 2000;

    /// <summary>What becomes of each line, in order: kept, removed from the old or added from the new.</summary>
    public static ImmutableArray<DiffLine> Of(string[] old, string[] @new)
    {
        var start = 0;
        while (start < old.Length && start < @new.Length && old[start] == @new[start])
            start++;
        var end = 0;
        while (end < old.Length - start && end < @new.Length - start && old[^(end + 1)] == @new[^(end + 1)])
            end++;
        return
        [
            .. old[..start].Select(DiffLine.Kept),
            .. Between(old[start..^end], @new[start..^end]),
            .. old[^end..].Select(DiffLine.Kept),
        ];
    }

    private static IEnumerable<DiffLine> Between(string[] old, string[] @new)
    {
        if (Trace(old, @new) is not { } trace)
            return [.. old.Select(DiffLine.Removed), .. @new.Select(DiffLine.Added)];
        var lines = new List<DiffLine>();
        var (x, y) = (old.Length, @new.Length);
        for (var d = trace.Count - 1; d >= 0; d--)
        {
            var ends = trace[d];
            var k = x - y;
            var isAdded = k == -d || (k != d && ends[k - 1] < ends[k + 1]);
            var (fromX, fromK) = isAdded ? (ends[k + 1], k + 1) : (ends[k - 1], k - 1);
            var fromY = fromX - fromK;
            for (; x > fromX && y > fromY && (x > 0 && y > 0); x--, y--)
                lines.Add(DiffLine.Kept(old[x - 1]));
            if (d > 0)
                lines.Add(isAdded ? DiffLine.Added(@new[fromY]) : DiffLine.Removed(old[fromX]));
            (x, y) = (fromX, fromY);
        }
        lines.Reverse();
        return lines;
    }

    /// <summary>How far each diagonal reaches before each number of edits; null when there are too many.</summary>
    private static List<Diagonals>? Trace(string[] old, string[] @new)
    {
        var trace = new List<Diagonals>();
        var ends = new Diagonals(1);
        for (var d = 0; d <= Math.Min(old.Length + @new.Length, MostEdits); d++)
        {
            trace.Add(ends.Copy(d + 1));
            ends = ends.Copy(d + 1);
            for (var k = -d; k <= d; k += 2)
            {
                var x = k == -d || (k != d && ends[k - 1] < ends[k + 1]) ? ends[k + 1] : ends[k - 1] + 1;
                var y = x - k;
                while (x < old.Length && y < @new.Length && old[x] == @new[y])
                    (x, y) = (x + 1, y + 1);
                ends[k] = x;
                if (x >= old.Length && y >= @new.Length)
                    return trace;
            }
        }
        return null;
    }

    /// <summary>A number for each diagonal, those below zero included.</summary>
    private sealed class Diagonals(int most)
    {
        private readonly int[] ends = new int[(2 * most) + 1];

        public int this[int k]
        {
            get => ends[k + most];
            set => ends[k + most] = value;
        }

        public Diagonals Copy(int reach)
        {
            var copy = new Diagonals(reach);
            for (var k = -Math.Min(most, reach); k <= Math.Min(most, reach); k++)
                copy[k] = this[k];
            return copy;
        }
    }
}
