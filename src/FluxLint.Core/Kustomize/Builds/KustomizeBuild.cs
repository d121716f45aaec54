using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Kustomize.Output;
using FluxLint.Kustomize.Patching;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Builds;

/// <summary>Builds one directory as <c>kustomize build</c> does, and reads only what it needs.</summary>
internal static class KustomizeBuild
{
    /// <summary>Builds a directory of a repository.</summary>
    public static BuildResult Run(Repository repository, string directory, BuildOptions options)
    {
        var graph = KustomizationGraph.Load(repository, directory);
        if (graph.Kustomization(directory) is not { } kustomization)
            return Failed([Unreadable(repository, directory)]);
        var rendering = new Renderer(repository, graph, options.Version).Render(directory);
        var layers = Rendering.WithInputs([rendering]);
        IEnumerable<BuildProblem> problems =
        [
            .. layers.SelectMany(layer => OfLayer(repository, layer)),
            .. layers.Select(layer => graph.CycleThrough(layer.Directory)).OfType<BuildProblem>(),
            .. rendering.FinalProblems,
            .. options.LoadRestrictor == LoadRestrictor.RootOnly ? graph.Directories.SelectMany(layer => OutsideFiles(graph, layer)) : [],
            .. SortOptions.Problem(kustomization) is { } problem ? [problem] : Array.Empty<BuildProblem>(),
            .. repository.Problems.Where(problem => layers.Exists(layer => layer.Reads.Contains(problem.Location.Path))).Select(problem => new BuildProblem(BuildProblemKind.Refused, problem.Location, problem.Message)),
        ];
        if (problems.Any())
            return Failed(problems);
        var resources = rendering.InOrder(options.Order);
        problems = resources.SelectMany(UnprintableValues.Of);
        return problems.Any() ? Failed(problems) : new(ManifestWriter.Write(resources), []);
    }

    private static BuildResult Failed(IEnumerable<BuildProblem> problems) => new(null,
    [
        .. problems
            .DistinctBy(problem => (problem.Location, problem.Message))
            .OrderBy(problem => problem.Location.Path, StringComparer.Ordinal)
            .ThenBy(problem => problem.Location.Span.Start),
    ]);

    private static IEnumerable<BuildProblem> OfLayer(Repository repository, Rendering layer) =>
    [
        .. layer.Problems,
        .. layer.Patches.Where(patch => patch is { Matches: 0, IsRefused: true })
            .Select(patch => new BuildProblem(BuildProblemKind.PatchWithoutTarget, patch.Target, $"this patch is for {patch.Description}, which is not in this build")),
        .. layer.Manifests.Append(layer.Kustomization?.Path).OfType<string>()
            .SelectMany(path => repository.Tree(path)?.Problems.Where(problem => problem.Kind != YamlProblemKind.DuplicateKey || layer.Strict.Contains(path)) ?? [])
            .Select(problem => new BuildProblem(BuildProblemKind.Refused, problem.Location, problem.Kind == YamlProblemKind.DuplicateKey ? RepeatedKeys.Describe(problem.Message) : problem.Message)),
    ];

    private static IEnumerable<BuildProblem> OutsideFiles(KustomizationGraph graph, string directory) =>
        graph.References(directory)
            .Where(reference => reference.Kind == ReferenceKind.File && !RepositoryPath.IsWithin(directory, reference.Path))
            .Select(reference => new BuildProblem(
                BuildProblemKind.Refused,
                reference.Node.Location,
                $"'{reference.Path}' is not in or below '{(directory.Length == 0 ? "." : directory)}', and the load restrictor 'root-only' lets a kustomization read no other files"));

    private static BuildProblem Unreadable(Repository repository, string directory) => repository.KustomizationFile(directory) is { } path
        ? repository.Tree(path)?.Problems is [var problem, ..]
            ? new(BuildProblemKind.Refused, problem.Location, problem.Message)
            : new(BuildProblemKind.Refused, Location.OfPath(path), "a kustomization file holds a mapping")
        : new(BuildProblemKind.Refused, Location.OfPath(directory), "there is no kustomization.yaml in this directory");
}
