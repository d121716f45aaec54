using System.Runtime.CompilerServices;
using FluxLint.Files;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Core.Tests.Kustomize;

/// <summary>Builds real repositories here and with kubectl, and compares the objects.</summary>
public sealed class KubectlTests
{
    [KubectlFact]
    public void Every_cluster_of_the_fleet_is_built_as_kubectl_builds_it()
    {
        var root = FleetRoot();
        var clusters = Directory.GetDirectories(Path.Combine(root, "clusters"), "*", SearchOption.AllDirectories)
            .Where(directory => File.Exists(Path.Combine(directory, "kustomization.yaml")))
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.Equal(65, clusters.Count);

        // The clusters of a region differ in values only: one in eight is enough, and keeps the test short.
        var differences = Differences(root, clusters.Where((_, index) => index % 8 == 0));

        Assert.Empty(differences);
    }

    [KubectlFact]
    public void Every_overlay_of_the_fleet_is_built_as_kubectl_builds_it()
    {
        var root = FleetRoot();
        var directories = Directory.GetFiles(root, "kustomization.yaml", SearchOption.AllDirectories)
            .Select(file => Path.GetDirectoryName(file) ?? root)
            .Where(directory => !directory.Contains("/clusters/"));

        Assert.Empty(Differences(root, directories));
    }

    [CorporaKubectlFact]
    public void Every_kustomization_of_the_corpora_is_built_as_kubectl_builds_it()
    {
        var differences = new List<string>();
        foreach (var root in Directory.GetDirectories(CorporaKubectlFactAttribute.Corpora))
        {
            var directories = Directory.GetFiles(root, "kustomization.y*ml", SearchOption.AllDirectories)
                .Select(file => Path.GetDirectoryName(file) ?? root)
                .Distinct();
            differences.AddRange(Differences(root, directories));
        }
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static List<string> Differences(string root, IEnumerable<string> directories)
    {
        var repository = Repository.Load(new DiskFileSystem(root));
        var renderer = new Renderer(repository, KustomizationGraph.Load(repository));
        var differences = new List<string>();
        foreach (var directory in directories)
        {
            var path = Path.GetRelativePath(root, directory) is not "." and var relative ? relative : "";
            var rendering = renderer.Render(path);
            if (rendering.Kustomization?.IsComponent ?? true)
                continue;
            var (expected, error) = Kubectl.Build(directory);
            differences.AddRange(Compare(path, rendering, expected, error));
        }
        return differences;
    }

    private static IEnumerable<string> Compare(string path, Rendering rendering, IReadOnlyList<YamlMapping>? expected, string error)
    {
        var problems = Problems(rendering).ToList();
        var isOpaque = problems.Exists(problem => problem.Kind == BuildProblemKind.RenderGap);
        var isRefused = problems.Exists(problem => problem.Kind != BuildProblemKind.RenderGap)
            || rendering.Patches.Any(patch => patch is { Matches: 0, IsRefused: true });
        if (isOpaque)
            yield break;
        if (expected is null)
        {
            if (!isRefused && !rendering.HasGaps)
                yield return $"{path}: kubectl refuses it: {error.Trim()}";
            yield break;
        }
        if (isRefused)
        {
            yield return $"{path}: refused here: {string.Join("; ", problems.Select(problem => $"{problem.Location} {problem.Message}"))}";
            yield break;
        }
        var actual = rendering.Resources.GroupBy(resource => resource.Id.Conflicting).ToDictionary(group => group.Key, group => group.First().Root);
        foreach (var root in expected)
        {
            var id = ResourceId.Of(root);
            if (!actual.Remove(id.Conflicting, out var mine))
                yield return $"{path}: lacks {id}";
            else if (Difference(mine, root, "") is { } difference)
                yield return $"{path}: {id.Display}: {difference}";
        }
        foreach (var id in actual.Keys)
            yield return $"{path}: has {id} too many";
    }

    private static IEnumerable<BuildProblem> Problems(Rendering rendering) =>
        rendering.Problems.Concat(rendering.Inputs.SelectMany(Problems));

    private static string? Difference(YamlNode? mine, YamlNode? expected, string at) => (mine, expected) switch
    {
        (YamlMapping a, YamlMapping b) => a.Entries.Concat(b.Entries).Select(entry => entry.Name ?? "").Distinct()
            .Select(name => Difference(a[name], b[name], $"{at}/{name}")).FirstOrDefault(found => found is not null),
        (YamlSequence a, YamlSequence b) when a.Items.Length == b.Items.Length => a.Items
            .Select((item, index) => Difference(item, b.Items[index], $"{at}/{index}")).FirstOrDefault(found => found is not null),
        _ => YamlNode.DataEquals(mine, expected) ? null : $"{at} is {Show(mine)}, kubectl has {Show(expected)}",
    };

    private static string Show(YamlNode? node) => node switch
    {
        null => "absent",
        YamlScalar scalar => $"{scalar.Kind} '{scalar.CanonicalValue}'",
        YamlSequence sequence => $"a list of {sequence.Items.Length}",
        _ => "a mapping",
    };

    private static string FleetRoot([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file) ?? "", "../../Fleet"));
}
