using FluxLint.Files;
using FluxLint.Kustomize.Builds;

namespace FluxLint.Core.Tests.Kustomize;

/// <summary>Builds every kustomization of real repositories here and with kubectl, and compares the bytes.</summary>
public sealed class KubectlTests
{
    [KubectlFact]
    public void Every_kustomization_is_built_as_kubectl_builds_it() =>
        Assert.Empty(RealRepositories.All.SelectMany(Differences));

    private static IEnumerable<string> Differences(string root) =>
        from directory in Directories(root)
        from restrictor in Enum.GetValues<LoadRestrictor>()
        let difference = Difference(root, directory, restrictor)
        where difference is not null
        select $"{Path.GetRelativePath(root, directory)} ({restrictor}): {difference}";

    private static IEnumerable<string> Directories(string root) =>
        Directory.GetFiles(root, "kustomization.y*ml", SearchOption.AllDirectories)
            .Select(file => Path.GetDirectoryName(file) ?? root)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Where((directory, index) => !IsOneOfMany(root, directory) || index % 8 == 0);

    // The clusters of the fleet differ in values only: one in eight is enough, and keeps the test short.
    private static bool IsOneOfMany(string root, string directory) =>
        root == RealRepositories.Fleet && directory.StartsWith(Path.Combine(root, "clusters"), StringComparison.Ordinal);

    private static string? Difference(string root, string directory, LoadRestrictor restrictor)
    {
        var path = Path.GetRelativePath(root, directory) is not "." and var relative ? relative : "";
        var build = KustomizeBuild.Run(Repository.Open(new DiskFileSystem(root)), path, new() { LoadRestrictor = restrictor, Version = Kubectl.Version });
        var (expected, error) = Kubectl.Print(directory, restrictor);
        if (expected == build.Manifests)
            return null;
        return expected is null ? $"kubectl refuses it: {error.Trim()}"
            : build.Manifests is null ? $"refused here: {string.Join("; ", build.Problems.Select(problem => $"{problem.Location}: {problem.Message}"))}"
            : "other bytes";
    }
}
