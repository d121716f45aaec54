using System.Collections.Immutable;
using FluxLint.Analysis;
using FluxLint.Configuration;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Semantics;
using FluxLint.Suppressions;

namespace FluxLint;

/// <summary>The front door: a repository and rules in, findings out.</summary>
public static class Linter
{
    /// <summary>Lints a repository. Whatever it contains becomes findings; nothing in it makes this throw.</summary>
    /// <param name="compilation">The repository.</param>
    /// <param name="rules">The rules; its configuration may name those of <see cref="CompilationOptions.Rules"/>.</param>
    /// <param name="options">What to report; null for <see cref="LintOptions.Default"/>.</param>
    /// <param name="cancellation">Stops the work between two pieces of it.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <exception cref="IOException">The root itself cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The root itself may not be read.</exception>
    public static LintResult Lint(Compilation compilation, RuleSet rules, LintOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= LintOptions.Default;
        if (options.Assumed is { } versions)
            return LintUpgrade(compilation, versions, rules, options with { Assumed = null }, cancellation);
        rules = rules.With(compilation.Configuration.Policies);
        Parse(compilation.Repository, options, cancellation);
        options.Progress?.Report(new(LintStage.Building, 0, 0));
        using (options.Times?.Start("build clusters"))
            compilation.GetFleet(cancellation);
        using (options.Times?.Start("build the rest"))
            compilation.GetRenderings(cancellation);
        options.Progress?.Report(new(LintStage.Checking, 0, 0));
        using var checking = options.Times?.Start("check");
        var severities = new SeverityMap(compilation.Configuration, options.Selection, compilation.EditorConfigs);
        var active = rules.Rules.Where(rule => severities.IsOnAnywhere(rule.Describe())).ToImmutableArray();
        var suppressor = SuppressorOf(compilation, rules, severities, options.Today);
        var (found, results) = new RuleDriver(compilation, active, severities, suppressor, options.Times).Run(options.Before?.Results, cancellation);
        var diagnostics = suppressor.Finish(found, compilation.Fleet.Resources, compilation.Edit, MatchOf(compilation)).ToLookup(diagnostic => diagnostic.Suppression is not null);
        return new()
        {
            Diagnostics = [.. CauseMerger.Merge(InScope(isSuppressed: false))],
            Places = InScope(isSuppressed: false),
            Suppressed = InScope(isSuppressed: true),
            IsCompared = compilation.Baseline is not null,
            HoldsUntil = compilation.Configuration.Suppressions.Where(setting => setting.HoldsOn(options.Today)).Min(setting => setting.Until),
            Rules = rules.Describe(severities),
            Statistics = Count(compilation) with { RulesRun = active.Length, Looks = results.Looks },
            Clusters = new(() => [.. compilation.Fleet.Clusters.Select(cluster => ClusterSummary.Of(compilation.ModelOf(cluster)))]),
            Schemas = new(() => SchemaUse.Of(compilation.Fleet, compilation.Schemas)),
            Results = results,
        };

        ImmutableArray<Diagnostic> InScope(bool isSuppressed) =>
            [.. diagnostics[isSuppressed].Where(diagnostic => options.Reports(diagnostic.Location.Path))];
    }

    private static LintResult LintUpgrade(Compilation compilation, AssumedVersions versions, RuleSet rules, LintOptions options, CancellationToken cancellation)
    {
        var today = Lint(compilation, rules, options, cancellation);
        var later = Lint(compilation.Assuming(versions), rules, options, cancellation);
        var found = new UpgradeFindings([.. today.Places, .. today.Suppressed], [.. later.Places, .. later.Suppressed]).Found.ToLookup(diagnostic => diagnostic.Suppression is not null);
        ImmutableArray<Diagnostic> diagnostics = [.. CauseMerger.Merge(found[false])];
        return later with
        {
            Diagnostics = diagnostics,
            Places = [.. found[false]],
            Suppressed = [.. found[true]],
            Assumed = versions,
            OlderFindings = today.Diagnostics.Length,
        };
    }

    private static Suppressor SuppressorOf(Compilation compilation, RuleSet rules, SeverityMap severities, DateOnly? today) => new(
        new(compilation.Repository, new(rules.Infos)),
        new(compilation.Configuration, compilation.ConfigurationTree, compilation.Edit, today),
        new(rules.Infos),
        new(rules.Infos, severities));

    private static Func<IEnumerable<Diagnostic>, BaselineMatch>? MatchOf(Compilation compilation) =>
        compilation.Baseline is { } baseline ? diagnostics => new(baseline, diagnostics, compilation.Repository) : null;

    private static LintStatistics Count(Compilation compilation)
    {
        var (repository, fleet) = (compilation.Repository, compilation.Fleet);
        var inventories = fleet.Clusters.SelectMany(cluster => cluster.Inventories).Where(inventory => inventory.Owner is not null).ToList();
        var sources = compilation.Renderings
            .SelectMany(rendering => rendering.Manifests)
            .Concat(repository.YamlFiles)
            .Distinct()
            .Select(repository.Tree)
            .OfType<Syntax.YamlTree>()
            .Select(tree => tree.Source)
            .ToHashSet();
        return new()
        {
            Files = repository.Files.Length,
            FilesParsed = sources.Count,
            CharactersParsed = sources.Sum(source => (long)source.Text.Length),
            Kustomizations = compilation.Graph.Directories.Length,
            Clusters = fleet.Clusters.Length,
            Unknowns = KnownUnknowns.Of(fleet.Clusters),
            FluxObjects = inventories.Count,
            Builds = inventories.Select(inventory => inventory.Output).OfType<FluxOutput>().Distinct().Count(),
            DirectoriesRendered = compilation.LayersRendered,
            ResourcesAnalysed = fleet.Resources.Length,
        };
    }

    private static void Parse(Repository repository, LintOptions options, CancellationToken cancellation)
    {
        using (options.Times?.Start("look for files"))
            repository.Walk(cancellation);
        using var parsing = options.Times?.Start("read and parse");
        var done = 0;
        Parallel.ForEach(repository.YamlFiles, new ParallelOptions { CancellationToken = cancellation }, path =>
        {
            repository.Tree(path);
            options.Progress?.Report(new(LintStage.Reading, Interlocked.Increment(ref done), repository.YamlFiles.Length));
        });
    }
}
