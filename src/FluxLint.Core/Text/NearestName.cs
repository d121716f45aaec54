namespace FluxLint.Text;

/// <summary>Finds the name that a misspelt one probably means.</summary>
public static class NearestName
{
    // Shorter words are often one letter apart, and both right.
    private const int ShortestWord = 5;

    /// <summary>What stands between the words of a name.</summary>
    internal static readonly char[] Separators = ['-', '_', '.'];

    /// <summary>The candidate nearest to a name; null when none is near. One that differs in case alone wins; of equally near ones the first in ordinal order.</summary>
    public static string? Find(string name, IEnumerable<string> candidates) =>
        Find(name, candidates.Where(candidate => Math.Abs(candidate.Length - name.Length) <= Allowance(Math.Max(candidate.Length, name.Length))).Select(candidate => new Spelling(candidate)), static (from, to) => Allowance(Math.Max(from.Length, to.Length)), static _ => true);

    /// <summary>
    /// The candidate that a name is surely a slip of; null when both may well exist side by side. Of two names that differ in a short part
    /// or in digits, such as <c>team-a</c> and <c>team-b</c>, or in a whole word, neither is a slip.
    /// </summary>
    public static string? FindSlip(string name, IEnumerable<string> candidates)
    {
        var letters = Spelling.WithoutSeparators(name);
        // One letter at most differs, whatever is between the words.
        return Find(name, candidates.Where(candidate => letters.LeastEdits(Spelling.WithoutSeparators(candidate)) <= 1 && IsSlip(name, candidate)));
    }

    private static bool IsSlip(string name, string candidate)
    {
        if (string.Equals(WithoutSeparators(name), WithoutSeparators(candidate), StringComparison.OrdinalIgnoreCase))
            return true;
        var (parts, others) = (name.Split(Separators), candidate.Split(Separators));
        if (parts.Length != others.Length)
            return false;
        var differing = parts.Zip(others).Where(pair => !pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase)).ToList();
        return differing is [var (wrong, right)]
            && Math.Min(wrong.Length, right.Length) >= ShortestWord
            && !wrong.Concat(right).Any(char.IsAsciiDigit)
            && Distance(wrong, right, 1) is not null;
    }

    private static string WithoutSeparators(string name) => string.Concat(name.Split(Separators));

    /// <summary>The candidate nearest to a name, at most as many edits away as a pair of names allows, of those that may be meant.</summary>
    internal static string? Find(string name, IEnumerable<Spelling> candidates, Func<string, string, int> allowance, Func<string, bool> isMeant)
    {
        var spelling = new Spelling(name);
        string? nearest = null;
        var least = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var limit = Math.Min(allowance(name, candidate.Text), least);
            if (spelling.LeastEdits(candidate) > limit || Distance(name, candidate.Text, limit) is not { } distance)
                continue;
            if ((distance < least || string.CompareOrdinal(candidate.Text, nearest) < 0) && isMeant(candidate.Text))
                (nearest, least) = (candidate.Text, distance);
        }
        return nearest;
    }

    /// <summary>
    /// The insertions, deletions, replacements and swaps of neighbours that lead from one text to the other, whatever their
    /// case; null when there are more than <paramref name="limit"/>.
    /// </summary>
    internal static int? Distance(ReadOnlySpan<char> from, ReadOnlySpan<char> to, int limit)
    {
        if (Math.Abs(from.Length - to.Length) > limit)
            return null;
        // What both begin and end with is no part of any edit.
        var start = 0;
        while (start < from.Length && start < to.Length && Same(from[start], to[start]))
            start++;
        from = from[start..];
        to = to[start..];
        var end = 0;
        while (end < from.Length && end < to.Length && Same(from[^(end + 1)], to[^(end + 1)]))
            end++;
        from = from[..^end];
        to = to[..^end];
        if (from.IsEmpty || to.IsEmpty)
            return from.Length + to.Length;

        var width = to.Length + 1;
        var rows = width * 3 <= 768 ? stackalloc int[width * 3] : new int[width * 3];
        var before = rows[..width];
        var last = rows.Slice(width, width);
        var row = rows[(2 * width)..];
        for (var j = 0; j < width; j++)
            last[j] = j;
        for (var i = 1; i <= from.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j < width; j++)
            {
                var cost = Same(from[i - 1], to[j - 1]) ? 0 : 1;
                var edits = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && Same(from[i - 1], to[j - 2]) && Same(from[i - 2], to[j - 1]))
                    edits = Math.Min(edits, before[j - 2] + 1);
                row[j] = edits;
                least = Math.Min(least, edits);
            }
            if (least > limit)
                return null;
            var free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[^1] <= limit ? last[^1] : null;
    }

    /// <summary>The most edits between two names of which the longer has a length.</summary>
    internal static int Allowance(int length) => (length + 1) / 3;

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
