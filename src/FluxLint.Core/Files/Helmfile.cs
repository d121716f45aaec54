namespace FluxLint.Files;

/// <summary>The files of helmfile, which installs charts without Flux.</summary>
internal static class Helmfile
{
    /// <summary>Whether a file is one of them, by its path.</summary>
    public static bool Is(string path) =>
        path.Contains("helmfile.d/", StringComparison.Ordinal) || path[(path.LastIndexOf('/') + 1)..].StartsWith("helmfile", StringComparison.Ordinal);
}
