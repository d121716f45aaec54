using FluxLint.Files;

namespace FluxLint.Fleet;

/// <summary>Finds the root of the repository that a sync is written in: several may lie in directories of the one at hand.</summary>
internal sealed class SourceHome(Repository repository, SourceMap sources)
{
    /// <summary>The root that the path of a sync counts from: it often lies in the very directory that it syncs, and then its own directory less the path is the root.</summary>
    /// <param name="file">The file that the sync is written in.</param>
    /// <param name="path">The path as it is written.</param>
    public string OfSync(string file, string path) =>
        SourceMap.Combine("", path) is { Length: > 0 } below && Enclosing(RepositoryPath.Parent(file), below) is { } own ? own : OfPath(file, path);

    /// <summary>The root that the path of any other Flux object counts from.</summary>
    /// <param name="file">The file that the object is written in.</param>
    /// <param name="path">The path as it is written.</param>
    public string OfPath(string file, string path)
    {
        var mapped = sources.HomeOf(file);
        var below = SourceMap.Combine("", path);
        if (below.Length == 0 || repository.DirectoryExists(SourceMap.Combine(mapped, below)))
            return mapped;
        for (var home = RepositoryPath.Parent(file); home.Length > mapped.Length; home = RepositoryPath.Parent(home))
        {
            if (repository.DirectoryExists($"{home}/{below}"))
                return home;
        }
        return mapped;
    }

    /// <summary>The root that the file belongs to as far as configuration tells.</summary>
    public string Mapped(string file) => sources.HomeOf(file);

    /// <summary>The directory below which a path leads to a directory or one above it; null when there is none.</summary>
    private static string? Enclosing(string directory, string path)
    {
        if (RepositoryPath.IsWithin(path, directory))
            return "";
        var found = $"/{directory}/".IndexOf($"/{path}/", StringComparison.Ordinal);
        return found < 0 ? null : directory[..(found - 1)];
    }
}
