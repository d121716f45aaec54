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
        var open = new Stack<(string Directory, bool IsDone)>(directories.Select(directory => (directory, false)));
        while (open.TryPop(out var next))
        {
            if (depths.ContainsKey(next.Directory))
                continue;
            if (next.IsDone)
            {
                depths.Add(next.Directory, Math.Min(1 + includes(next.Directory).Select(included => depths.GetValueOrDefault(included)).Append(0).Max(), BuildBudget.Depth + 1));
                continue;
            }
            open.Push((next.Directory, true));
            foreach (var included in includes(next.Directory))
                open.Push((included, false));
        }
        deep = depths.Where(depth => depth.Value >= BuildBudget.Depth).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The number of kustomizations in the longest chain from a directory; 0 where it is not near the limit.</summary>
    public int Of(string directory) => deep.GetValueOrDefault(directory);
}
