using FluxLint.Kustomize;

namespace FluxLint.Fleet;

/// <summary>What kustomizations of a repository include, and which of them nothing includes.</summary>
internal sealed class IncludedPaths
{
    private readonly Dictionary<string, List<string>> users = new(StringComparer.Ordinal);

    public IncludedPaths(KustomizationGraph graph)
    {
        foreach (var directory in graph.Directories)
        {
            foreach (var reference in graph.References(directory))
            {
                if (!users.TryGetValue(reference.Path, out var known))
                    users[reference.Path] = known = [];
                known.Add(directory);
            }
        }
        Roots = [.. graph.Directories.Where(directory => !users.ContainsKey(directory) && !graph.IsComponent(directory))];
    }

    /// <summary>The directories with a kustomization that no other includes, components aside.</summary>
    public IReadOnlyList<string> Roots { get; }

    /// <summary>Whether a kustomization includes a file or directory.</summary>
    public bool Contains(string path) => users.ContainsKey(path);

    /// <summary>The directories that nothing includes and that a file or directory reaches in the end.</summary>
    public IEnumerable<string> RootsOf(string path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([path]);
        while (open.TryPop(out var at))
        {
            if (!seen.Add(at))
                continue;
            if (!users.TryGetValue(at, out var above))
                yield return at;
            foreach (var user in above ?? [])
                open.Push(user);
        }
    }
}
