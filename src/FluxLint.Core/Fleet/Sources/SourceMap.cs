using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>Which directories of the repository at hand are repositories of their own, so that several are seen as one fleet.</summary>
internal sealed class SourceMap(ImmutableArray<SourceMapping> mappings)
{
    /// <summary>The directory that a source with this URL is; null when it is not among those mapped.</summary>
    public string? Find(string url) => mappings.FirstOrDefault(mapping => mapping.Matches(url))?.Path.Value;

    /// <summary>
    /// The directory that a path of a Flux object names below the root of its source. No path leaves it: at the root, <c>..</c> means the root itself
    /// (SecureJoin, as in kustomization_controller.go).
    /// </summary>
    public static string Combine(string root, string path)
    {
        var written = path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
        var below = RepositoryPath.IsNormal(written) ? written : Resolve(written);
        return SharedTexts.Share(root.Length == 0 || below.Length == 0 ? root + below : $"{root}/{below}");
    }

    /// <summary>The root of the repository that a directory belongs to.</summary>
    public string HomeOf(string directory) =>
        mappings.Select(mapping => mapping.Path.Value).Where(path => RepositoryPath.IsWithin(path, directory)).MaxBy(path => path.Length) ?? "";

    private static string Resolve(string path)
    {
        var parts = new List<string>();
        foreach (var part in RepositoryPath.Parts(path))
        {
            if (part == "..")
                parts.RemoveRange(Math.Max(0, parts.Count - 1), Math.Min(1, parts.Count));
            else if (part != ".")
                parts.Add(part);
        }
        return string.Join('/', parts);
    }
}
