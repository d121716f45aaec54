using System.Collections.Immutable;

namespace FluxLint.Cli;

/// <summary>What a command line names to lint.</summary>
/// <param name="Root">The repository that all of it lies in.</param>
/// <param name="Paths">The paths from its root that findings are reported for; none for all.</param>
/// <param name="Input">The path of the file whose content comes from the standard input; null where none does.</param>
internal sealed record LintedPaths(RepositoryRoot Root, ImmutableArray<string> Paths, string? Input)
{
    private const string StandardInput = "-";

    /// <summary>Reads the paths; null where one does not exist, or where they lie in different repositories.</summary>
    /// <param name="currentDirectory">Full path of the directory that the paths start from.</param>
    /// <param name="paths">The paths, as they are given.</param>
    /// <param name="inputName">The file that <c>-</c> stands for; null for none.</param>
    /// <param name="problem">What is wrong.</param>
    public static LintedPaths? Find(string currentDirectory, IReadOnlyList<string> paths, string? inputName, out string problem)
    {
        var readsInput = paths.Contains(StandardInput);
        problem = (readsInput, inputName) switch
        {
            (true, null) => "'-' needs --stdin-filename, the file of the repository that it stands for",
            (false, not null) => "--stdin-filename goes with the path '-'",
            _ => "",
        };
        if (problem.Length > 0)
            return null;
        RepositoryRoot? root = null;
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var path in paths)
        {
            var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path == StandardInput ? inputName ?? "" : path, currentDirectory));
            if (RepositoryRoot.Find(currentDirectory, path == StandardInput ? ExistingAbove(full) : path, out problem) is not { } own)
                return null;
            root ??= own;
            // What nothing marks as a repository would each be one of its own.
            if ((own.Directory != root.Directory && own.IsRepository) || root.Relative(full) is not { } relative)
            {
                problem = $"'{paths[0]}' and '{path}' do not lie in one repository";
                return null;
            }
            found.Add(relative);
        }
        return root is null ? null : new(root, found.Contains("") ? [] : found.ToImmutable(), readsInput ? root.Relative(Path.GetFullPath(inputName ?? "", currentDirectory)) : null);
    }

    private static string ExistingAbove(string path)
    {
        while (!Path.Exists(path) && Path.GetDirectoryName(path) is { } parent)
            path = parent;
        return path;
    }
}
