using FluxLint.Configuration;
using FluxLint.Files;

namespace FluxLint.Cli;

/// <summary>The configuration that a command line means.</summary>
/// <param name="FilePath">Its path, from the repository root or from where <paramref name="Policy"/> lies.</param>
/// <param name="Policy">The directory that it lies in; null when that is in the repository.</param>
internal sealed record ConfigurationFile(string FilePath, OutsidePolicy? Policy)
{
    /// <summary>Finds the configuration; null when the file that is named does not exist.</summary>
    public static ConfigurationFile? Find(Session session, RepositoryRoot root, string? file, out string problem)
    {
        problem = "";
        if (file is null)
            return new(FluxLintConfiguration.FileName, null);
        var full = Path.GetFullPath(file, session.Directory);
        if (!File.Exists(full))
        {
            problem = $"the configuration '{file}' does not exist";
            return null;
        }
        if (root.Relative(full) is { } relative)
            return new(relative, null);
        var directory = Path.GetDirectoryName(full) ?? full;
        return new(Path.GetFileName(full), new(new DiskFileSystem(directory), Path.GetRelativePath(root.Directory, directory).Replace('\\', '/')));
    }
}
