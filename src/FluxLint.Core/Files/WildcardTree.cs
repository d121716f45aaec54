using FluxLint.Text.Automata;

namespace FluxLint.Files;

/// <summary>
/// Patterns with wildcards as one automaton that tells the last of them that matches. Patterns that start alike share the way as far as
/// they do, and a letter leads to the next place by a look-up, so that the time hardly grows with the number of patterns.
/// </summary>
internal sealed class WildcardTree
{
    private readonly WildcardPlace root = new();
    private bool isEmpty = true;

    /// <summary>Adds a pattern.</summary>
    /// <param name="parts">What it matches.</param>
    /// <param name="line">Its line, after those of all that were added before.</param>
    /// <param name="onlyDirectories">Whether it matches directories alone.</param>
    public void Add(IEnumerable<Expression> parts, int line, bool onlyDirectories)
    {
        isEmpty = false;
        var place = root;
        foreach (var part in parts)
            place = place.After(part);
        place.End(line, onlyDirectories);
    }

    /// <summary>The line of the last pattern that matches a text; 0 when none does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isDirectory">Whether it is the name or path of a directory.</param>
    /// <param name="visits">How many places were looked at.</param>
    public int Last(ReadOnlySpan<char> text, bool isDirectory, out int visits)
    {
        visits = 0;
        if (isEmpty)
            return 0;
        var (active, following) = (new OrderedDictionary<WildcardPlace, bool>(), new OrderedDictionary<WildcardPlace, bool>());
        active.Add(root, true);
        for (var at = 0; ;)
        {
            // What is reached without a character may lead on without one.
            for (var i = 0; i < active.Count; i++)
                active.GetAt(i).Key.Open(active);
            visits += active.Count;
            if (at == text.Length || active.Count == 0)
                return active.Keys.Select(place => place.Line(isDirectory)).DefaultIfEmpty().Max();
            var character = CodePoint.Read(text, ref at);
            following.Clear();
            foreach (var (place, _) in active)
                place.Take(character, following);
            (active, following) = (following, active);
        }
    }
}
