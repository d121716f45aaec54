using System.Collections.Immutable;
using FluxLint.Analysis;
using FluxLint.Configuration;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kustomize.Builds;
using FluxLint.Schemas;

namespace FluxLint;

/// <summary>The front door: a repository and rules in, findings out.</summary>
public static class Linter
{
    /// <summary>Lints a repository. Whatever it contains becomes findings; nothing in it makes this throw.</summary>
    /// <param name="files">The repository.</param>
    /// <param name="options">Rules and configuration.</param>
    /// <param name="cancellation">Stops the work between two pieces of it.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <exception cref="IOException">The root itself cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The root itself may not be read.</exception>
    public static LintResult Lint(IFileSystem files, LintOptions options, CancellationToken cancellation = default)
    {
        var loader = FleetLoader.Open(files, options, cancellation);
        var repository = loader.Repository;
        var rules = options.Packs.SelectMany(pack => pack.Rules).OrderBy(rule => rule.Describe().Id, StringComparer.Ordinal).ToImmutableArray();
        Parse(repository, options.Progress, cancellation);

        var severities = new SeverityMap(loader.Configuration, options.Selection);
        options.Progress?.Report(new(LintStage.Building, 0, 0));
        var model = Load(loader, cancellation);
        options.Progress?.Report(new(LintStage.Checking, 0, 0));
        var inventories = model.Fleet.Clusters.SelectMany(cluster => cluster.Inventories).Where(inventory => inventory.Owner is not null).ToList();
        var active = rules.Where(rule => severities.IsOnAnywhere(rule.Describe())).ToImmutableArray();
        var diagnostics = new RuleDriver(model, active, severities).Run(cancellation);

        return new()
        {
            Diagnostics = [.. diagnostics.Where(diagnostic => RepositoryPath.IsWithin(options.Scope, diagnostic.Location.Path))],
            Rules = Describe(options.Packs, severities),
            Statistics = new()
            {
                Files = repository.Files.Length,
                FilesParsed = repository.FilesParsed,
                CharactersParsed = repository.CharactersParsed,
                Kustomizations = model.Graph.Directories.Length,
                Clusters = model.Fleet.Clusters.Length,
                FluxObjects = inventories.Count,
                Builds = inventories.Select(inventory => inventory.Output).OfType<FluxOutput>().Distinct().Count(),
                DirectoriesRendered = loader.Renderer.LayersRendered,
                ResourcesAnalysed = model.Fleet.Resources.Length,
                RulesRun = active.Length,
            },
            Clusters = new(() => [.. model.Fleet.Clusters.Select(ClusterSummary.Of)]),
        };
    }

    /// <summary>The rules of some packs in id order, with the severities they have without configuration.</summary>
    public static ImmutableArray<RuleInfo> Describe(ImmutableArray<RulePack> packs) => Describe(packs, new SeverityMap(FluxLintConfiguration.Default));

    private static ImmutableArray<RuleInfo> Describe(ImmutableArray<RulePack> packs, SeverityMap severities) =>
    [
        .. from pack in packs
           from rule in pack.Rules
           let descriptor = rule.Describe()
           orderby descriptor.Id
           select new RuleInfo(descriptor, rule.Name, pack.Page(rule), severities.Find(descriptor)),
    ];

    private static void Parse(Repository repository, IProgress<LintProgress>? progress, CancellationToken cancellation)
    {
        var done = 0;
        Parallel.ForEach(repository.YamlFiles, new ParallelOptions { CancellationToken = cancellation }, path =>
        {
            repository.Tree(path);
            progress?.Report(new(LintStage.Reading, Interlocked.Increment(ref done), repository.YamlFiles.Length));
        });
    }

    /// <summary>Renders every directory and every cluster; each distinct build is done once.</summary>
    private static RepositoryModel Load(FleetLoader loader, CancellationToken cancellation)
    {
        var (repository, configuration, graph) = (loader.Repository, loader.Configuration, loader.Graph);
        var fleet = loader.LoadClusters();
        var used = Rendering.WithInputs(fleet.Clusters.SelectMany(cluster => cluster.Renderings));
        var all = Rendering.WithInputs([.. used, .. Render(Unused(used).Where(directory => !graph.IsComponent(directory)))]);
        // A component is judged where it is used, and alone only when nothing uses it.
        ImmutableArray<Rendering> renderings = [.. all, .. Render(Unused(all))];
        var schemas = new SchemaCatalog([.. configuration.Schemas.Select(directory => new SchemaDirectory(repository, directory.Value))], configuration.FluxVersion?.Version);
        return new(repository, graph, renderings, fleet, schemas, configuration, loader.Problems);

        IEnumerable<string> Unused(IEnumerable<Rendering> present) =>
            graph.Directories.Except(present.Select(rendering => rendering.Directory), StringComparer.Ordinal);

        Rendering[] Render(IEnumerable<string> directories)
        {
            var missing = directories.ToList();
            var rendered = new Rendering[missing.Count];
            Parallel.For(0, missing.Count, new ParallelOptions { CancellationToken = cancellation }, i => rendered[i] = loader.Renderer.Render(missing[i]));
            return rendered;
        }
    }
}
