using System.Collections.Concurrent;
using System.Collections.Immutable;
using FluxLint.Configuration;
using FluxLint.Diagnostics;

namespace FluxLint.Analysis;

/// <summary>Runs rules over a repository in parallel, and merges the findings of one cause.</summary>
internal sealed class RuleDriver(RepositoryModel model, ImmutableArray<Rule> rules, SeverityMap severities)
{
    /// <summary>Raised by the driver itself when a rule throws.</summary>
    public static DiagnosticDescriptor Crash { get; } = new()
    {
        Id = "FLX0005",
        Title = "A rule crashed",
        Message = "rule {0} crashed on '{1}': {2}: {3}",
        Category = RuleCategory.Engine,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = "https://github.com/fluxlint/fluxlint/blob/main/rules/FluxLint.Rules/Engine/RuleCrashed.md",
    };

    public ImmutableArray<Diagnostic> Run(CancellationToken cancellation)
    {
        var findings = new ConcurrentBag<List<Finding>>();
        Parallel.ForEach(Work(), new ParallelOptions { CancellationToken = cancellation }, run =>
        {
            var found = new List<Finding>();
            run(found);
            if (found.Count > 0)
                findings.Add(found);
        });
        return Merge(findings.SelectMany(found => found));
    }

    /// <summary>One item for each thing that rules look at: all rules look at it one after another.</summary>
    private IEnumerable<Action<List<Finding>>> Work()
    {
        var registered = rules.Select(rule => new RegisteredRule(rule, Register(rule))).ToList();
        foreach (var check in Checks(registry => registry.RepositoryActions, run => new RepositoryContext(run), "."))
            yield return check;
        if (registered.Exists(entry => entry.Registry.FileActions.Count > 0))
        {
            foreach (var file in model.Repository.YamlFiles)
            {
                if (model.Repository.Tree(file) is { } tree)
                    yield return All(registry => registry.FileActions, run => new FileContext(run, tree), file);
            }
        }
        foreach (var rendering in model.Renderings)
            yield return All(registry => registry.KustomizationActions, run => new KustomizationContext(run, rendering), rendering.Directory);
        foreach (var shared in model.Fleet.Resources)
            yield return All(registry => registry.ResourceActions, run => new ResourceContext(run, shared), shared.Resource.Path);
        foreach (var cluster in model.Fleet.Clusters)
        {
            var check = All(registry => registry.ClusterActions, run => new ClusterContext(run, cluster), cluster.Directory);
            yield return found =>
            {
                // The rules share what one of them has found out about the cluster.
                var held = cluster.Facts;
                check(found);
                GC.KeepAlive(held);
            };
        }

        // Few and long: each rule's look at the whole repository is an item of its own.
        IEnumerable<Action<List<Finding>>> Checks<T>(Func<RuleRegistry, List<Action<T>>> actions, Func<RuleRun, T> context, string subject) =>
            registered.Select(entry => (Action<List<Finding>>)(found => Check(entry.Rule, actions(entry.Registry), context, subject, found)));

        Action<List<Finding>> All<T>(Func<RuleRegistry, List<Action<T>>> actions, Func<RuleRun, T> context, string subject) => found =>
        {
            foreach (var (rule, registry) in registered)
                Check(rule, actions(registry), context, subject, found);
        };
    }

    private static RuleRegistry Register(Rule rule)
    {
        var registry = new RuleRegistry();
        rule.Register(registry);
        return registry;
    }

    private void Check<T>(Rule rule, List<Action<T>> actions, Func<RuleRun, T> context, string subject, List<Finding> found)
    {
        foreach (var action in actions)
        {
            try
            {
                action(context(new(rule, model, found)));
            }
            catch (Exception crash) when (crash is not OperationCanceledException)
            {
                var location = Location.OfPath(subject);
                var message = string.Format(null, Crash.Message, rule.Describe().Id, subject, crash.GetType().Name, crash.Message);
                found.Add(new(Crash, rule, location, message, []));
            }
        }
    }

    private ImmutableArray<Diagnostic> Merge(IEnumerable<Finding> findings) =>
    [
        .. findings
            .GroupBy(finding => new Cause(finding.Descriptor.Id, finding.Location, ReferenceEquals(finding.Descriptor, Crash) ? finding.Message : null))
            .Select(Merge)
            .OfType<Diagnostic>()
            .OrderBy(diagnostic => diagnostic.Location.Path, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.Span.Start)
            .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.Span.Length),
    ];

    /// <summary>
    /// One diagnostic for one cause; the most severe finding speaks for all, and of those the one with the first message in
    /// ordinal order, or of the first cluster. A fix is offered when all of those that know one know the same.
    /// </summary>
    private Diagnostic? Merge(IGrouping<Cause, Finding> cause)
    {
        var finding = cause
            .OrderByDescending(candidate => candidate.Severity)
            .ThenBy(candidate => candidate.Message, StringComparer.Ordinal)
            .ThenBy(candidate => candidate.Help, StringComparer.Ordinal)
            .ThenBy(candidate => candidate.Clusters.FirstOrDefault()?.Name, StringComparer.Ordinal)
            .First();
        var severity = severities.Find(finding.Descriptor, finding.Location.Path, finding.Severity);
        if (severity == Severity.Off)
            return null;
        return new()
        {
            Descriptor = finding.Descriptor,
            Severity = severity,
            Location = finding.Location,
            LogicalLocation = finding.LogicalLocation,
            Message = finding.Message,
            Help = finding.Help,
            Related = finding.Related,
            Provenance = finding.Provenance,
            Fix = cause.Select(candidate => candidate.Fix).OfType<CodeFix>().Distinct().Take(2).ToList() is [var fix] ? fix : null,
            Clusters = [.. cause.SelectMany(candidate => candidate.Clusters).Select(cluster => cluster.Name).Distinct().Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>A rule and what it looks at.</summary>
    private sealed record RegisteredRule(Rule Rule, RuleRegistry Registry);

    /// <summary>What makes findings one: rule and place, and for crashes what crashed.</summary>
    private sealed record Cause(string Id, Location Location, string? Crash);
}
