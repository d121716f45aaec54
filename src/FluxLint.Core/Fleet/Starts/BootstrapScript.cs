using FluxLint.Files;

namespace FluxLint.Fleet;

/// <summary>Scripts and the files of task runners that set up a cluster, by their name or place.</summary>
internal static class BootstrapScript
{
    private static readonly string[] Extensions = [".sh", ".bash", ".zsh", ".ps1", ".just", ".mk"];
    private static readonly string[] Names = ["justfile", ".justfile", "makefile", "gnumakefile"];
    private static readonly char[] BetweenCommands = ['|', ';', '&'];
    private static readonly char[] BetweenWords = [.. " \t\"'`()[],"];

    /// <summary>Whether a file is one.</summary>
    public static bool Is(string path)
    {
        var name = RepositoryPath.FileName(path);
        return (BootstrapFolder.Has(path) || name.Contains(BootstrapFolder.Name, StringComparison.OrdinalIgnoreCase))
            && (Array.Exists(Extensions, extension => name.EndsWith(extension, StringComparison.Ordinal)) || Names.Contains(name, StringComparer.OrdinalIgnoreCase) || IsTaskfile(path, name));
    }

    /// <summary>What a script brings. What helmfile and Flux do is read from their own files.</summary>
    public static EarlySetup Read(Repository repository, string path)
    {
        var setup = EarlySetup.None;
        foreach (var line in (repository.Text(path)?.Text ?? "").ReplaceLineEndings("\n").Replace("\\\n", " ", StringComparison.Ordinal).Split('\n'))
        {
            if (line.TrimStart().StartsWith('#') || !(line.Contains("kubectl", StringComparison.Ordinal) || line.Contains("helm", StringComparison.Ordinal)))
                continue;
            foreach (var command in line.Split(BetweenCommands))
                setup = setup.With(new BootstrapCommand(repository, path, command.Split(BetweenWords, StringSplitOptions.RemoveEmptyEntries)).Read());
        }
        return setup;
    }

    private static bool IsTaskfile(string path, string name) =>
        Repository.IsYaml(path)
        && (name.StartsWith("Taskfile", StringComparison.OrdinalIgnoreCase) || RepositoryPath.Parts(RepositoryPath.Parent(path)).Any(part => part is ".taskfiles" or "taskfiles"));
}
