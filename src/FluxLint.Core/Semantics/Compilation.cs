using System.Collections.Immutable;
using System.Text;
using FluxLint.CodeFixes;
using FluxLint.Configuration;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;
using FluxLint.Schemas;
using FluxLint.Suppressions;
using FluxLint.Syntax;

namespace FluxLint.Semantics;

/// <summary>
/// A repository, understood: its configuration, kustomizations, renderings and clusters. Immutable; everything in it is made when it is
/// first asked for, once; safe on many threads. After an edit, <see cref="With(string, string)"/> gives the compilation that shares
/// with this one whatever the edit leaves as it is.
/// </summary>
public sealed class Compilation
{
    private readonly CompilationOptions options;
    private readonly DefinitionReader definitions;
    private readonly LocalCharts charts;
    private readonly Deferred<ConfigurationResult> configuration;
    private readonly Deferred<Engine> engine;
    private readonly Deferred<ClusterSet> fleet;
    private readonly Deferred<RenderingSet> renderings;
    private readonly Deferred<SchemaCatalog> schemas;
    private readonly Lazy<ConfiguredBaseline> baseline;
    private readonly Lazy<EditorConfigs> editorConfigs;
    private readonly ImmutableArray<Cluster> known;

    private Compilation(Repository repository, CompilationOptions options, KeptParts kept)
    {
        Repository = repository;
        Edit = new(repository);
        this.options = options;
        known = kept.Clusters;
        definitions = kept.Definitions;
        charts = kept.Charts;
        configuration = new(_ => ReadConfiguration(), kept.Configuration);
        engine = new(cancellation => Engine.Of(repository, VersionOf(Configuration), options.MostObjects, cancellation), kept.Engine);
        baseline = new(() => ConfiguredBaseline.Read(repository, options.BaselinePath is null ? Configuration.Baseline : null, options.BaselinePath));
        editorConfigs = new(() => EditorConfigs.Read(repository, [.. options.Rules, .. Configuration.Policies.Select(policy => policy.Info)]));
        schemas = new(_ => LoadSchemas(), kept.Schemas);
        fleet = new(LoadFleet);
        renderings = new(LoadRenderings);
    }

    /// <summary>The files.</summary>
    public Repository Repository { get; }

    /// <summary>Makes the changes of fixes.</summary>
    public YamlEdit Edit { get; }

    /// <summary>What the configuration says, as far as it is valid.</summary>
    public FluxLintConfiguration Configuration => configuration.Get().Configuration;

    /// <summary>What is wrong with the configuration.</summary>
    public ImmutableArray<ConfigurationProblem> ConfigurationProblems => [.. configuration.Get().Problems, .. Configuration.FindUnmatched(Repository), .. baseline.Value.Problems, .. EditorConfigs.Problems];

    /// <summary>The file of the repository that holds the configuration; null when there is none.</summary>
    internal YamlTree? ConfigurationTree => options.Policy is null ? Repository.Tree(options.ConfigurationPath) : null;

    /// <summary>The files of the repository that the configuration was read from: it, those that it extends, and those with policies.</summary>
    internal ImmutableArray<string> ConfigurationFiles => configuration.Get().Files;

    /// <summary>The severities that the repository has in <c>.editorconfig</c>.</summary>
    internal EditorConfigs EditorConfigs => editorConfigs.Value;

    /// <summary>The findings of old; null when there is no baseline, or it cannot be read.</summary>
    internal Baseline? Baseline => baseline.Value.Baseline;

    /// <summary>The kustomizations and what they refer to.</summary>
    public KustomizationGraph Graph => engine.Get().Graph;

    /// <summary>The clusters.</summary>
    public ClusterSet Fleet => GetFleet();

    /// <summary>The renderings of all kustomization directories and of all clusters. A component is judged where it is used, and alone only when nothing uses it.</summary>
    public ImmutableArray<Rendering> Renderings => GetRenderings();

    /// <summary>The schemas that objects are held against.</summary>
    public SchemaCatalog Schemas => schemas.Get();

    /// <summary>Where builds stopped because all together had made too many objects; null when none had to.</summary>
    internal BuildProblem? RunLimit => renderings.Get().Limit;

    /// <summary>How many layers of kustomizations were built for this compilation; those that it shares with an earlier one are not built again.</summary>
    internal int LayersRendered => engine.Made?.Renderer.LayersRendered ?? 0;

    /// <summary>Opens a repository. Nothing is read before it is asked for.</summary>
    /// <param name="files">The repository.</param>
    /// <param name="options">Where the configuration is, and what it may name; null for <see cref="CompilationOptions.Default"/>.</param>
    public static Compilation Create(IFileSystem files, CompilationOptions? options = null)
    {
        var repository = Repository.Open(files);
        return new(repository, options ?? CompilationOptions.Default, KeptParts.None(repository));
    }

    /// <summary>The compilation after a file got another text, in UTF-8, or was added.</summary>
    /// <param name="path">Path from the repository root.</param>
    /// <param name="text">All of the new text.</param>
    public Compilation With(string path, string text) => With([new(path, [.. Encoding.UTF8.GetBytes(text)])]);

    /// <summary>The compilation after a file was deleted; the same when there is none.</summary>
    /// <param name="path">Path from the repository root.</param>
    public Compilation Without(string path) => Repository.FileExists(path) ? With([new(path, null)]) : this;

    /// <summary>The compilation after several files were written or deleted together.</summary>
    /// <param name="edits">The bytes of each file by its path from the repository root; null for a file that is gone, and for a directory that has nothing left in it.</param>
    public Compilation With(IReadOnlyCollection<KeyValuePair<string, ImmutableArray<byte>?>> edits)
    {
        var (edited, changes) = Repository.With(edits);
        return new(edited, options, Keep(edited, changes));
    }

    /// <summary>The same files on clusters that run other versions; whatever does not depend on these is shared.</summary>
    internal Compilation Assuming(AssumedVersions versions)
    {
        var changed = configuration.Get() with { Configuration = Configuration.Assuming(versions) };
        var parts = new KeptParts(definitions, charts) { Configuration = changed };
        if (VersionOf(changed.Configuration) == VersionOf(Configuration))
            parts = parts with { Engine = engine.Get(), Clusters = versions.Flux is null ? Fleet.Clusters : [] };
        return new(Repository, options, parts);
    }

    /// <summary>The clusters; each distinct build is made once.</summary>
    /// <param name="cancellation">Stops the work between two clusters.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public ClusterSet GetFleet(CancellationToken cancellation = default) => fleet.Get(cancellation);

    /// <summary>The renderings of all kustomization directories and of all clusters.</summary>
    /// <param name="cancellation">Stops the work between two directories.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public ImmutableArray<Rendering> GetRenderings(CancellationToken cancellation = default) => renderings.Get(cancellation).Renderings;

    /// <summary>What is found out about a cluster when somebody asks, made anew for whoever looks at it now.</summary>
    public ClusterModel ModelOf(Cluster cluster) => new(cluster, charts);

    /// <summary>Builds one directory as a cluster that starts from it: the directory itself, then what its Flux Kustomizations bring.</summary>
    /// <param name="directory">Path from the repository root.</param>
    public Cluster BuildCluster(string directory) => ClusterSet.Build(Repository, engine.Get().Flux, definitions, Configuration.Fleet, directory);

    /// <summary>Builds one directory as <c>kustomize build</c> does. Nothing is read but what it needs, and files that git ignores are as good as others.</summary>
    /// <param name="directory">Path from the repository root.</param>
    /// <param name="build">What may be read, and in which order objects are printed.</param>
    internal BuildResult Build(string directory, BuildOptions build) => KustomizeBuild.Run(Repository, directory, build);

    /// <summary>Whether a chart of the repository is the one that was read before.</summary>
    internal bool HasSameChart(string directory, LocalChart? chart) => ReferenceEquals(charts.Find(directory), chart);

    private static KustomizeVersion VersionOf(FluxLintConfiguration configuration) => KustomizeVersion.OfFlux(configuration.FluxVersion?.Version);

    private ConfigurationResult ReadConfiguration() => ReadConfiguration(Repository);

    private ConfigurationResult ReadConfiguration(Repository repository)
    {
        var reads = new FileReads();
        return new ConfigurationChain(repository.Noting(reads), options.Rules, options.Policy).Read(options.ConfigurationPath) with { Reads = reads };
    }

    /// <summary>What holds for the repository after an edit as well.</summary>
    private KeptParts Keep(Repository edited, FileChanges changes)
    {
        var isConfigured = configuration.Made?.Reads.AreTouchedBy(changes) == false;
        var parts = new KeptParts(definitions, charts.With(edited, changes)) { Configuration = isConfigured ? configuration.Made : null };
        if (engine.Made is not { } made || (!isConfigured && VersionOf(ReadConfiguration(edited).Configuration) != made.Renderer.Version))
            return parts;
        var (next, renderings) = made.With(edited, changes);
        if (parts.Configuration is null)
            return parts with { Engine = next };
        return parts with
        {
            Engine = next,
            // What there was no room for may have room after the edit.
            Clusters = fleet.Made?.Budget.Limit is not null ? [] : [.. (fleet.Made?.Clusters ?? known).Where(cluster => !cluster.Reads.AreTouchedBy(changes) && cluster.Considered.All(renderings.Contains))],
            Schemas = Configuration.Schemas.Any(directory => changes.AreWithin(directory.Value)) || edited.HasLinks || !charts.Hold(changes) ? null : schemas.Made,
        };
    }

    private ClusterSet LoadFleet(CancellationToken cancellation) =>
        ClusterSet.Load(Repository, engine.Get(cancellation).Flux, definitions, Configuration.Fleet, known, cancellation);

    private RenderingSet LoadRenderings(CancellationToken cancellation)
    {
        var (graph, renderer, flux) = engine.Get(cancellation);
        var clusters = GetFleet(cancellation);
        var set = Load(clusters.Budget);
        return !clusters.Budget.IsInOrder && flux.Made.MayBeTooMany ? Load(clusters.CountInOrder(flux.Made.Most)) : set;

        RenderingSet Load(RunBudget budget)
        {
            var used = Rendering.WithInputs(clusters.Clusters.SelectMany(cluster => cluster.Renderings));
            var all = Rendering.WithInputs([.. used, .. Render(Unused(used).Where(directory => !graph.IsComponent(directory)), budget)]);
            return new([.. all, .. Render(Unused(all), budget)], budget.Limit);
        }

        IEnumerable<string> Unused(IEnumerable<Rendering> present) =>
            graph.Directories.Except(present.Select(rendering => rendering.Directory), StringComparer.Ordinal);

        IEnumerable<Rendering> Render(IEnumerable<string> directories, RunBudget budget)
        {
            var missing = directories.ToList();
            var rendered = new Rendering?[missing.Count];
            budget.Build(missing, graph.PlaceOf, i => budget.Take(rendered[i] = renderer.Render(missing[i])), cancellation);
            return rendered.OfType<Rendering>();
        }
    }

    /// <summary>The kinds whose schemas are known, by the releases that are asked for, or else configured.</summary>
    internal KindIndex KindsOf(Version? kubernetes, Version? flux) => new(
        Repository,
        [.. Configuration.Schemas.Select(directory => new SchemaDirectory(Repository, directory.Value))],
        kubernetes ?? Configuration.KubernetesVersion?.Version,
        flux ?? Configuration.FluxVersion?.Version);

    private SchemaCatalog LoadSchemas() =>
        new([.. Configuration.Schemas.Select(directory => new SchemaDirectory(Repository, directory.Value))], charts, Configuration.KubernetesVersion is { } kubernetes ? new(kubernetes.Version, kubernetes.IsAssumed ? null : kubernetes.Node.Location) : null);

    private sealed record RenderingSet(ImmutableArray<Rendering> Renderings, BuildProblem? Limit);
}
