using System.Collections.Immutable;
using FluxLint.Files;

namespace FluxLint.Fleet;

/// <summary>Which directories of the repository at hand are repositories of their own, so that several are seen as one fleet.</summary>
internal sealed class SourceMap(ImmutableArray<SourceMapping> mappings)
{
    /// <summary>The repository at hand is one.</summary>
    public static SourceMap Empty { get; } = new([]);

    /// <summary>The directory that a source with this URL is; null when it is not among those mapped.</summary>
    public string? Find(string url) => mappings.FirstOrDefault(mapping => mapping.Matches(url))?.Path.Value;

    /// <summary>
    /// The directory that a path of a Flux object names below the root of its source. As for kustomize-controller, which joins
    /// the two with <c>securejoin</c>, no number of <c>..</c> leads out of the source.
    /// </summary>
    public static string Combine(string root, string path)
    {
        var below = new List<string>();
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
                below.RemoveRange(Math.Max(below.Count - 1, 0), Math.Min(below.Count, 1));
            else if (part != ".")
                below.Add(part);
        }
        return string.Join('/', root.Length == 0 ? below : below.Prepend(root));
    }

    /// <summary>The root of the repository that a directory belongs to.</summary>
    public string HomeOf(string directory) =>
        mappings.Select(mapping => mapping.Path.Value).Where(path => RepositoryPath.IsWithin(path, directory)).MaxBy(path => path.Length) ?? "";
}
