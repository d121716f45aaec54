using FluxLint.Files;

namespace FluxLint.Fleet;

/// <summary>Scripts and the files of task runners that set up a cluster, by their name or place. What they call kubectl and helm with is not followed.</summary>
internal static class BootstrapScript
{
    private static readonly string[] Extensions = [".sh", ".bash", ".zsh", ".ps1", ".just", ".mk"];
    private static readonly string[] Names = ["justfile", ".justfile", "makefile", "gnumakefile"];
    private static readonly char[] Separators = [.. " \t\"'`()[]{},;|&/@="];

    /// <summary>Whether a file is one.</summary>
    public static bool Is(string path)
    {
        var name = RepositoryPath.FileName(path);
        return (BootstrapFolder.Has(path) || name.Contains(BootstrapFolder.Name, StringComparison.OrdinalIgnoreCase))
            && (Array.Exists(Extensions, extension => name.EndsWith(extension, StringComparison.Ordinal)) || Names.Contains(name, StringComparer.OrdinalIgnoreCase) || IsTaskfile(path, name));
    }

    /// <summary>Whether a script applies objects or installs charts. What helmfile and flux do is read from their own files.</summary>
    public static bool BringsObjects(string text)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Replace("\\\n", " ", StringComparison.Ordinal).Split('\n'))
        {
            if (!line.TrimStart().StartsWith('#') && (Calls(line, "kubectl", "apply", "create") || Calls(line, "helm", "install", "upgrade")))
                return true;
        }
        return false;
    }

    private static bool Calls(string line, string program, string first, string second)
    {
        if (!line.Contains(program, StringComparison.Ordinal))
            return false;
        var words = line.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        var start = Array.IndexOf(words, program);
        for (var i = start + 1; start >= 0 && i < words.Length; i++)
        {
            // Secrets and ConfigMaps bring nothing that others need to be there.
            if ((words[i] == first || words[i] == second) && words.ElementAtOrDefault(i + 1) is not ("secret" or "configmap"))
                return true;
        }
        return false;
    }

    private static bool IsTaskfile(string path, string name) =>
        Repository.IsYaml(path)
        && (name.StartsWith("Taskfile", StringComparison.OrdinalIgnoreCase) || RepositoryPath.Parts(RepositoryPath.Parent(path)).Any(part => part is ".taskfiles" or "taskfiles"));
}
