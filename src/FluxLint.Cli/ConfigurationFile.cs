namespace FluxLint.Cli;

/// <summary>The configuration that the command line names.</summary>
internal static class ConfigurationFile
{
    /// <summary>The path of the configuration from the root; null when the file that is named cannot be used.</summary>
    public static string? Find(Session session, RepositoryRoot root, string? file, out string problem)
    {
        problem = "";
        if (file is null)
            return "fluxlint.yaml";
        var full = Path.GetFullPath(file, session.Directory);
        if (!File.Exists(full))
        {
            problem = $"the configuration '{file}' does not exist";
            return null;
        }
        if (root.Relative(full) is { } relative)
            return relative;
        problem = $"the configuration '{file}' is not below the repository root '{root.Directory}'";
        return null;
    }
}
