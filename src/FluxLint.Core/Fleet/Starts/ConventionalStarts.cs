using FluxLint.Files;

namespace FluxLint.Fleet;

/// <summary>The directories where clusters are by convention: the top-most below <c>clusters/</c> that hold manifests.</summary>
internal static class ConventionalStarts
{
    private const string Name = "clusters";

    /// <summary>
    /// Finds them. Beside a cluster that is synced there are only those that are as deep below the same directory: of the others
    /// the sync says that they are something else.
    /// </summary>
    /// <param name="candidates">The directories that hold a kustomization or Flux Kustomizations.</param>
    /// <param name="synced">The directories that are synced.</param>
    public static List<string> Among(IEnumerable<string> candidates, IReadOnlyCollection<string> synced)
    {
        var shapes = synced.Select(Shape).ToHashSet();
        var found = new List<string>();
        foreach (var directory in candidates.Where(IsBelow).OrderBy(directory => directory.Length))
        {
            var isNested = found.Concat(synced).Any(other => RepositoryPath.IsWithin(other, directory));
            var contains = synced.Any(other => RepositoryPath.IsWithin(directory, other));
            if (!isNested && !contains && (shapes.Count == 0 || shapes.Contains(Shape(directory))))
                found.Add(directory);
        }
        return found;
    }

    /// <summary>Whether a directory is where clusters are by convention.</summary>
    public static bool IsBelow(string directory) => Shape(directory) is { Depth: > 0 };

    /// <summary>The directory named <c>clusters</c> that another is below, and how deep; null when there is none at the root or one below it.</summary>
    private static Place? Shape(string directory)
    {
        var parts = RepositoryPath.Parts(directory);
        var at = Array.IndexOf(parts, Name);
        return at is 0 or 1 ? new(string.Join('/', parts[..(at + 1)]), parts.Length - at - 1) : null;
    }

    private sealed record Place(string Above, int Depth);
}
