using System.Collections.Concurrent;
using FluxLint.Files;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;

namespace FluxLint.Flux;

/// <summary>
/// Builds what the artifact of a source has of the repository. Where the artifact has all that a build needs, it is the build of the
/// repository itself, so that artifacts share it. Safe on many threads.
/// </summary>
internal sealed class ArtifactView
{
    private readonly Repository whole;
    private readonly Repository part;
    private readonly KustomizationGraph graph;
    private readonly Lazy<FluxRenderer> own;
    private readonly ConcurrentDictionary<string, bool> complete = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> held = new(StringComparer.Ordinal);

    public ArtifactView(Repository repository, Renderer renderer, FluxResults results, SourceArtifact artifact)
    {
        whole = repository;
        part = repository.Within(artifact);
        graph = renderer.Graph;
        own = new(() => new(part, renderer.Within(part), results));
    }

    /// <summary>What builds a directory differently for this artifact; null where nothing does.</summary>
    /// <param name="build">The build.</param>
    public FluxRenderer? Find(FluxBuild build) => build.Start.All(IsComplete) ? null : own.Value;

    /// <summary>Whether everything that a build of a directory needs is in the artifact, and nothing comes to that.</summary>
    private bool IsComplete(string directory) => complete.GetOrAdd(directory, path => Needed(path).All(Holds));

    /// <summary>The directory, the files that it and the kustomizations it includes refer to, and in one without a kustomization all manifests.</summary>
    private IEnumerable<string> Needed(string directory)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(graph.Kustomization(directory) is null ? Manifests(directory) : [directory]);
        yield return directory;
        while (open.TryPop(out var path))
        {
            if (!seen.Add(path))
                continue;
            yield return path;
            if (graph.Kustomization(path) is not { } kustomization)
                continue;
            yield return kustomization.Path;
            foreach (var reference in graph.References(path).Where(reference => reference.Kind is ReferenceKind.File or ReferenceKind.Directory or ReferenceKind.Missing))
                open.Push(reference.Path);
        }
    }

    private IEnumerable<string> Manifests(string directory)
    {
        foreach (var file in whole.YamlFiles.Where(file => RepositoryPath.IsWithin(directory, file)))
        {
            yield return file;
            if (Repository.IsKustomizationFile(file))
                yield return RepositoryPath.Parent(file);
        }
    }

    private bool Holds(string path) => held.GetOrAdd(path, asked => !part.IsLeftOut(asked) && !part.IsBrought(asked));
}
