using FluxLint.Files;
using FluxLint.Kustomize;

namespace FluxLint.Cli;

/// <summary>
/// Where a build may read: the repository around the directory, or, where there is none, the nearest folder upwards that holds
/// everything its kustomizations include.
/// </summary>
internal static class BuildRoot
{
    public static RepositoryRoot? Find(string currentDirectory, string path, out string problem)
    {
        if (RepositoryRoot.Find(currentDirectory, path, out problem) is not { } root)
            return null;
        var directory = Path.GetFullPath(path, currentDirectory);
        if (!Directory.Exists(directory))
        {
            problem = $"'{path}' is a file: a build starts from a directory";
            return null;
        }
        return root.IsRepository ? root : Widen(root);
    }

    private static RepositoryRoot Widen(RepositoryRoot root)
    {
        while (Levels(root) is var levels and > 0)
        {
            var wider = root;
            for (; levels > 0; levels--)
            {
                // The whole disk is no place to read from.
                if (Path.GetDirectoryName(wider.Directory) is not { } parent || Path.GetDirectoryName(parent) is null)
                    return root;
                var name = Path.GetFileName(wider.Directory);
                wider = wider with { Directory = parent, Scope = wider.Scope.Length == 0 ? name : $"{name}/{wider.Scope}" };
            }
            root = wider;
        }
        return root;
    }

    /// <summary>How many folders above the root the kustomizations reach for.</summary>
    private static int Levels(RepositoryRoot root)
    {
        var graph = KustomizationGraph.Load(Repository.Open(new DiskFileSystem(root.Directory)), root.Scope);
        return graph.Directories
            .SelectMany(directory => graph.References(directory).Where(reference => reference.Kind == ReferenceKind.Outside).Select(reference => Above(directory, reference.Path)))
            .Append(0)
            .Max();
    }

    private static int Above(string directory, string written)
    {
        if (written.StartsWith('/'))
            return 0;
        var (depth, least) = (directory.Length == 0 ? 0 : directory.Split('/').Length, 0);
        foreach (var part in written.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            depth += part switch { ".." => -1, "." => 0, _ => 1 };
            least = Math.Min(least, depth);
        }
        return -least;
    }
}
