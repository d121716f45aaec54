using BenchmarkDotNet.Attributes;
using FluxLint.Files;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;

namespace FluxLint.Benchmarks;

/// <summary>What one more cluster costs once another has been built.</summary>
[MemoryDiagnoser]
public class ClusterBenchmarks
{
    private const int Clusters = 20;

    private readonly Repository repository = Repository.Load(new DiskFileSystem(ReferenceFleet.Directory));
    private readonly string[] directories = [.. Enumerable.Range(2, Clusters).Select(number => $"clusters/prod-region-1/weu-{number:D2}")];
    private KustomizationGraph? graph;
    private Renderer? renderer;

    [IterationSetup]
    public void BuildFirst()
    {
        graph ??= KustomizationGraph.Load(repository);
        renderer = new(repository, graph, KustomizeVersion.Newest);
        renderer.Render("clusters/prod-region-1/weu-01");
        foreach (var directory in directories)
            repository.Tree($"{directory}/cluster-values.yaml");
    }

    [Benchmark(OperationsPerInvoke = Clusters)]
    public int BuildAnother()
    {
        var resources = 0;
        foreach (var directory in directories)
            resources += renderer?.Render(directory).Resources.Length ?? 0;
        return resources;
    }
}
