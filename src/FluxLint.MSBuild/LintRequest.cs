using FluxLint.Configuration;
using FluxLint.Files;
using FluxLint.Text;

namespace FluxLint.MSBuild;

/// <summary>What to lint and what to write.</summary>
/// <param name="Root">Full path of the repository.</param>
/// <param name="ConfigurationPath">Path of the configuration from the root.</param>
/// <param name="Preset">The preset to use in place of the configured one.</param>
/// <param name="BaselinePath">Path of the baseline from the root; null for the configured one.</param>
/// <param name="Sarif">Full path of the SARIF log; empty for none.</param>
internal sealed record LintRequest(string Root, string ConfigurationPath, Preset? Preset, string? BaselinePath, string Sarif)
{
    /// <summary>The packs that may run: ids with commas between them, or <c>all</c>.</summary>
    public string AllowedPacks { get; init; } = "";

    /// <summary>Whether a pack that is left out fails the build.</summary>
    public bool IsLocked { get; init; }

    public static LintRequest? Create(string root, string configuration, string preset, string baseline, string sarif, out string problem)
    {
        problem = "";
        root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        if (!Directory.Exists(root))
            problem = $"FluxLintRoot is '{root}', which is not a directory";
        else if (configuration.Length > 0 && !File.Exists(configuration))
            problem = $"FluxLintConfig is '{configuration}', which does not exist";
        else if (configuration.Length > 0 && Below(root, configuration) is null)
            problem = $"FluxLintConfig is '{configuration}', which is not below the repository '{root}'";
        else if (preset.Length > 0 && Presets.Find(preset) is null)
            problem = $"FluxLintPreset is '{preset}'{Nearest(preset)}";
        else if (baseline.Length > 0 && !File.Exists(baseline))
            problem = $"FluxLintBaseline is '{baseline}', which does not exist; fluxlint lint --write-baseline makes one";
        else if (baseline.Length > 0 && Below(root, baseline) is null)
            problem = $"FluxLintBaseline is '{baseline}', which is not below the repository '{root}'";
        else if (baseline.Length > 0 && baseline == sarif)
            problem = $"FluxLintBaseline and FluxLintSarif are both '{baseline}'";
        var path = configuration.Length > 0 ? Below(root, configuration) : null;
        return problem.Length > 0 ? null : new(root, path ?? FluxLintConfiguration.FileName, Presets.Find(preset), Below(root, baseline), sarif);
    }

    /// <summary>The repository, as it is.</summary>
    public IFileSystem Files => new DiskFileSystem(Root);

    /// <summary>The repository without what builds write into it.</summary>
    public IFileSystem Open(IFileSystem disk) => new SourceFiles(disk, Below(Root, Sarif));

    private static string? Below(string root, string path)
    {
        if (path.Length == 0)
            return null;
        var relative = Path.GetRelativePath(root, Path.TrimEndingDirectorySeparator(path)).Replace(Path.DirectorySeparatorChar, '/');
        return Path.IsPathRooted(relative) || relative.StartsWith("../", StringComparison.Ordinal) ? null : relative;
    }

    private static string Nearest(string preset) =>
        $"; {Suggestion.For(preset, Presets.Names)?.Question ?? $"there are {string.Join(", ", Presets.Names)}"}";
}
