namespace FluxLint.Files;

/// <summary>Follows symbolic links part by part, as the kernel does, without leaving the root.</summary>
/// <param name="readLink">The target of the link at a path; null when there is no link.</param>
/// <param name="locate">The path from the root that an absolute path means; null when it lies elsewhere.</param>
/// <param name="root">The absolute path of the root; null when there is none.</param>
internal sealed class LinkResolver(Func<string, string?> readLink, Func<string, string?> locate, string? root)
{
    private const int MaximumLinks = 40;

    /// <summary>The path behind the links; whether something is there is for the caller to find out.</summary>
    /// <param name="start">A directory without links.</param>
    /// <param name="path">A path from there.</param>
    public ResolvedPath Resolve(string start, string path)
    {
        var current = start;
        var pending = new Stack<string>();
        Push(path);
        for (var links = 0; pending.TryPop(out var part);)
        {
            if (part == ".")
                continue;
            if (part == "..")
            {
                if (current.Length > 0)
                {
                    current = RepositoryPath.Parent(current);
                    continue;
                }
                if (root is null || locate($"{root}/../{string.Join('/', pending)}") is not { } back)
                    return ResolvedPath.Outside;
                pending.Clear();
                Push(back);
                continue;
            }
            var next = current.Length == 0 ? part : $"{current}/{part}";
            if (readLink(next) is not { } target)
            {
                current = next;
                continue;
            }
            if (++links > MaximumLinks)
                return ResolvedPath.Broken;
            if (Path.IsPathRooted(target))
            {
                if (locate(target) is not { } inside)
                    return ResolvedPath.Outside;
                current = "";
                target = inside;
            }
            Push(target);
        }
        return ResolvedPath.Inside(current);

        void Push(string more)
        {
            var parts = RepositoryPath.Parts(more);
            for (var i = parts.Length - 1; i >= 0; i--)
                pending.Push(parts[i]);
        }
    }
}
