using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;

namespace FluxLint.Core.Tests.Kustomize;

/// <summary>The build of one directory, with the problems of all its layers.</summary>
internal sealed class DirectoryBuild
{
    private readonly Rendering rendering;

    public DirectoryBuild(Repository repository, string directory = "", KustomizeVersion? version = null) =>
        rendering = new Renderer(repository, KustomizationGraph.Load(repository), version ?? KustomizeVersion.Newest).Render(directory);

    public ImmutableArray<Resource> Resources => rendering.Resources;

    public ImmutableArray<BuildProblem> Problems => [.. Below(rendering).SelectMany(layer => layer.Problems), .. rendering.FinalProblems];

    public ImmutableArray<string> Files => rendering.Files;

    public static DirectoryBuild Of(string kustomization, string resources = "", params (string Path, string Text)[] files) =>
        new(Repository.Load(InMemoryFileSystem.Of(
        [
            new("kustomization.yaml", resources.Length > 0 ? $"resources: [r.yaml]\n{kustomization}" : kustomization),
            .. resources.Length > 0 ? [KeyValuePair.Create("r.yaml", resources)] : Array.Empty<KeyValuePair<string, string>>(),
            .. files.Select(file => KeyValuePair.Create(file.Path, file.Text)),
        ])));

    private static IEnumerable<Rendering> Below(Rendering top) => top.Inputs.SelectMany(Below).Append(top);
}
