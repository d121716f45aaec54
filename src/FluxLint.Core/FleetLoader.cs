using System.Collections.Immutable;
using FluxLint.Configuration;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;

namespace FluxLint;

/// <summary>The front door for those who look at clusters without linting them: a repository with its configuration, and what it makes of them.</summary>
public sealed class FleetLoader
{
    private readonly CancellationToken cancellation;
    private readonly Lazy<KustomizationGraph> graph;
    private readonly Lazy<Renderer> renderer;

    private FleetLoader(Repository repository, FluxLintConfiguration configuration, ImmutableArray<ConfigurationProblem> problems, CancellationToken cancellation)
    {
        this.cancellation = cancellation;
        Repository = repository;
        Configuration = configuration;
        Problems = problems;
        graph = new(() => KustomizationGraph.Load(repository));
        renderer = new(() => new(repository, graph.Value));
    }

    /// <summary>The repository.</summary>
    public Repository Repository { get; }

    /// <summary>What its configuration says, as far as it is valid.</summary>
    public FluxLintConfiguration Configuration { get; }

    /// <summary>What is wrong with the configuration.</summary>
    public ImmutableArray<ConfigurationProblem> Problems { get; }

    internal KustomizationGraph Graph => graph.Value;

    internal Renderer Renderer => renderer.Value;

    /// <summary>Opens a repository and reads its configuration; clusters are built when they are asked for.</summary>
    /// <param name="files">The repository.</param>
    /// <param name="options">Where the configuration is, and the rules that it may name.</param>
    /// <param name="cancellation">Stops the work between two pieces of it.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <exception cref="IOException">The root itself cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The root itself may not be read.</exception>
    public static FleetLoader Open(IFileSystem files, LintOptions options, CancellationToken cancellation = default)
    {
        var repository = Repository.Load(files, options.Trees, cancellation);
        if (repository.Tree(options.ConfigurationPath) is not { } tree)
            return new(repository, FluxLintConfiguration.Default, [], cancellation);
        var known = options.Packs.SelectMany(pack => pack.Rules).OrderBy(rule => rule.Describe().Id, StringComparer.Ordinal).Select(rule => (rule.Describe().Id, rule.Name)).ToList();
        var (configuration, problems) = FluxLintConfiguration.Parse(tree, known);
        return new(repository, configuration, problems.AddRange(configuration.FindUnmatched(repository)), cancellation);
    }

    /// <summary>Builds every cluster; each distinct build is done once.</summary>
    public ClusterSet LoadClusters() => ClusterSet.Load(Repository, Renderer, Configuration.Fleet, cancellation);

    /// <summary>Builds one directory as a cluster that starts from it.</summary>
    public Cluster LoadCluster(string directory) => ClusterSet.Build(Repository, Renderer, Configuration.Fleet, directory);
}
