namespace FluxLint.Kustomize;

/// <summary>
/// How long the chains of kustomizations are that start at a directory, up to one more than are followed. Only those of
/// <see cref="BuildBudget.Depth"/> and above are kept.
/// </summary>
internal sealed class IncludeDepth
{
    private readonly Dictionary<string, int> deep;

    /// <param name="directories">All directories.</param>
    /// <param name="includes">What each includes, without those that would lead into a cycle.</param>
    public IncludeDepth(IEnumerable<string> directories, Func<string, IEnumerable<string>> includes)
    {
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(directories);
        while (open.TryPeek(out var next))
        {
            if (seen.Add(next))
            {
                foreach (var included in includes(next))
                    open.Push(included);
                continue;
            }
            open.Pop();
            if (!depths.ContainsKey(next))
                depths.Add(next, Math.Min(1 + Longest(includes(next)), BuildBudget.Depth + 1));
        }
        deep = depths.Where(depth => depth.Value >= BuildBudget.Depth).ToDictionary(StringComparer.Ordinal);

        int Longest(IEnumerable<string> included)
        {
            var longest = 0;
            foreach (var directory in included)
                longest = Math.Max(longest, depths.GetValueOrDefault(directory));
            return longest;
        }
    }

    /// <summary>The number of kustomizations in the longest chain from a directory; 0 where it is not near the limit.</summary>
    public int Of(string directory) => deep.GetValueOrDefault(directory);
}
