using FluxLint.Files;

namespace FluxLint.Fleet;

/// <summary>What is set up in a cluster by other tools, before Flux is.</summary>
public static class ExternalProvisioning
{
    /// <summary>Whether a repository tells of such tools, so that namespaces and definitions may be there before Flux applies them: helmfile is what is seen.</summary>
    public static bool IsUsedBy(Repository repository) => repository.YamlFiles.Any(IsHelmfile);

    private static bool IsHelmfile(string path) =>
        path.Contains("helmfile.d/", StringComparison.Ordinal) || path[(path.LastIndexOf('/') + 1)..].StartsWith("helmfile", StringComparison.Ordinal);
}
