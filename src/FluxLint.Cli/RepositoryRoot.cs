using FluxLint.Text;

namespace FluxLint.Cli;

/// <summary>The repository that a path on the command line lies in.</summary>
/// <param name="Directory">Full path of its root: the nearest folder upwards with fluxlint.yaml or .git, else the path itself.</param>
/// <param name="Scope">The path below the root, with <c>/</c> between its parts; empty for the root.</param>
internal sealed record RepositoryRoot(string Directory, string Scope)
{
    /// <summary>Whether fluxlint.yaml or .git marks it.</summary>
    public bool IsRepository { get; init; } = true;

    public static RepositoryRoot? Find(string currentDirectory, string path, out string problem)
    {
        problem = "";
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, currentDirectory));
        if (!System.IO.Directory.Exists(full) && !File.Exists(full))
        {
            problem = $"'{path}' does not exist{Nearest(full)}";
            return null;
        }
        var start = System.IO.Directory.Exists(full) ? full : Path.GetDirectoryName(full) ?? full;
        for (var directory = new DirectoryInfo(start); directory is not null; directory = directory.Parent)
        {
            if (IsRoot(directory.FullName))
                return new(directory.FullName, Below(directory.FullName, full));
        }
        return new(start, Below(start, full)) { IsRepository = false };
    }

    /// <summary>The path of a file from the root; null when it lies elsewhere.</summary>
    public string? Relative(string fullPath)
    {
        var relative = Below(Directory, fullPath);
        return relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? null : relative;
    }

    private static bool IsRoot(string directory) =>
        File.Exists(Path.Join(directory, "fluxlint.yaml")) || System.IO.Directory.Exists(Path.Join(directory, ".git")) || File.Exists(Path.Join(directory, ".git"));

    private static string Below(string directory, string path) =>
        Path.GetRelativePath(directory, path) is not "." and var relative ? relative.Replace('\\', '/') : "";

    private static string Nearest(string full)
    {
        if (Path.GetDirectoryName(full) is not { } parent || !System.IO.Directory.Exists(parent))
            return "";
        var names = System.IO.Directory.EnumerateFileSystemEntries(parent).Select(entry => Path.GetFileName(entry));
        return Suggestion.For(Path.GetFileName(full), names) is { } nearest ? $"; {nearest.Question}" : "";
    }
}
