using FluxLint.Files;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>A whole directory or a single file that a copy operation puts into an artifact as it is.</summary>
/// <param name="Alias">The source.</param>
/// <param name="Root">The directory of the source in which it has the path that it has in the artifact.</param>
/// <param name="To">Its path in the artifact.</param>
internal sealed record CopiedPath(string Alias, string Root, string To)
{
    private static readonly string[] FileExtensions = [".yaml", ".yml", ".json", ".env"];
    private static readonly string[] Documentation = [".md", ".txt"];

    /// <summary>Reads an operation; null where it copies a part of a directory, or changes files or the names of directories.</summary>
    public static CopiedPath? Of(CopyOperation operation)
    {
        if (operation.Strategy is { Value: not "Overwrite" } || !LeavesManifests(operation.Exclude))
            return null;
        if (operation.Source is not var (alias, pattern) || operation.Destination is not { } destination || Places(pattern, destination) is not var (from, to))
            return null;
        if (to.Length == 0)
            return new(alias, from, to);
        if (from == to)
            return new(alias, "", to);
        return from.EndsWith($"/{to}", StringComparison.Ordinal) ? new(alias, from[..^(to.Length + 1)], to) : null;
    }

    /// <summary>
    /// The path that is copied, and where it goes. <c>a/**</c> is the content of <c>a</c>, <c>a</c> and <c>a/*</c> are <c>a</c>
    /// itself, and <c>*</c> and <c>**</c> are everything: other patterns are matched part by part and take single files.
    /// </summary>
    private static (string From, string To)? Places(string pattern, string destination)
    {
        var path = pattern switch
        {
            "*" or "**" => "",
            _ when pattern.EndsWith("/**", StringComparison.Ordinal) => pattern[..^3],
            _ when pattern.EndsWith("/*", StringComparison.Ordinal) => pattern[..^2],
            _ => pattern,
        };
        if (path.AsSpan().ContainsAny("*?[]") || RepositoryPath.Normalize(path) is not { } from || RepositoryPath.Normalize(destination) is not { } to)
            return null;
        if (from.Length == 0 || pattern.EndsWith("/**", StringComparison.Ordinal))
            return (from, to);
        if (pattern.EndsWith('*'))
            return (from, Below(to, from));
        var name = RepositoryPath.FileName(from);
        var isFile = FileExtensions.Any(extension => name.EndsWith(extension, StringComparison.Ordinal));
        // Without a slash at its end, the destination is the new name of a file but the parent of a directory.
        if (name.Contains('.') && !isFile)
            return null;
        return (from, isFile && destination.Length > 0 && !destination.EndsWith('/') ? to : Below(to, name));
    }

    private static string Below(string directory, string path) => directory.Length == 0 ? path : $"{directory}/{path}";

    /// <summary>Whether what is left out is documentation, which no build reads.</summary>
    private static bool LeavesManifests(YamlSequence? exclude) =>
        exclude is null || exclude.Items.All(item => item is YamlScalar scalar && Documentation.Any(extension => scalar.Value.EndsWith(extension, StringComparison.Ordinal)));
}
