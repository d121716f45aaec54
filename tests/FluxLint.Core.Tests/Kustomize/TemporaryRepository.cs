using FluxLint.Files;
using FluxLint.Kustomize.Builds;

namespace FluxLint.Core.Tests.Kustomize;

/// <summary>Files in a directory of their own, to build here and with kubectl. Gone when disposed.</summary>
internal sealed class TemporaryRepository : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("fluxlint");

    public TemporaryRepository(IEnumerable<KeyValuePair<string, string>> files)
    {
        foreach (var (path, text) in files)
        {
            var full = Path.Join(directory.FullName, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full) ?? full);
            File.WriteAllText(full, text);
        }
    }

    /// <summary>How our build differs from kubectl's; null when they print the same bytes, or both refuse.</summary>
    public string? Difference(string path, LoadRestrictor restrictor = LoadRestrictor.RootOnly)
    {
        var mine = KustomizeBuild.Run(Repository.Open(new DiskFileSystem(directory.FullName)), path, new() { LoadRestrictor = restrictor });
        var (theirs, error) = Kubectl.Print(Path.Join(directory.FullName, path), restrictor);
        if (mine.Manifests == theirs)
            return null;
        var shown = mine.Manifests ?? string.Join('\n', mine.Problems.Select(problem => $"refused: {problem.Location}: {problem.Message}"));
        return $"here:\n{shown}\nkubectl:\n{theirs ?? error}";
    }

    public void Dispose() => directory.Delete(recursive: true);
}
