using BenchmarkDotNet.Attributes;
using FluxLint.Analysis;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;
using FluxLint.Rules;
using FluxLint.Semantics;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Benchmarks;

/// <summary>The parts of a lint of the reference fleet, in process.</summary>
[MemoryDiagnoser]
public class EngineBenchmarks
{
    private readonly SourceText components =
        SourceText.Decode("gotk-components.yaml", File.ReadAllBytes(Path.Combine(ReferenceFleet.Directory, "flux/bootstrap/gotk-components.yaml")));

    private readonly RuleSet rules = RuleSet.Of(new BuiltInRules());

    [Benchmark]
    public YamlTree ParseComponents() => YamlTree.Parse(components);

    [Benchmark]
    public Repository LoadAndParse()
    {
        var repository = Repository.Load(new DiskFileSystem(ReferenceFleet.Directory));
        foreach (var path in repository.YamlFiles)
            repository.Tree(path);
        return repository;
    }

    [Benchmark]
    public ClusterSet LoadAndRender()
    {
        var repository = Repository.Load(new DiskFileSystem(ReferenceFleet.Directory));
        return ClusterSet.Load(repository, new FluxRenderer(repository, new Renderer(repository, KustomizationGraph.Load(repository), KustomizeVersion.Newest)), FleetDeclaration.Unsaid, CancellationToken.None);
    }

    [Benchmark]
    public LintResult Lint() => Linter.Lint(Compilation.Create(new DiskFileSystem(ReferenceFleet.Directory), new() { Rules = rules.Infos }), rules);
}
