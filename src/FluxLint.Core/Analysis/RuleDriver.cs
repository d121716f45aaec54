using System.Collections.Concurrent;
using System.Collections.Immutable;
using FluxLint.Configuration;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Kustomize;
using FluxLint.Semantics;
using FluxLint.Suppressions;
using FluxLint.Syntax;

namespace FluxLint.Analysis;

/// <summary>Runs rules over a repository in parallel, and merges the findings of one place.</summary>
/// <param name="compilation">The repository.</param>
/// <param name="rules">The rules that are switched on.</param>
/// <param name="severities">How much their findings matter.</param>
/// <param name="suppressor">What is suppressed.</param>
/// <param name="times">Takes note of where the time goes; null when nobody wants to know.</param>
internal sealed class RuleDriver(Compilation compilation, ImmutableArray<Rule> rules, SeverityMap severities, Suppressor suppressor, LintTimes? times)
{
    private const int MostOthers = 20;

    private readonly GeneratedFiles generated = new();
    private readonly Lazy<HashSet<string>> secretNames = new(() => [.. compilation.Fleet.Resources.SelectMany(shared => SecretContent.TakenNames(shared.Resource.Root))]);

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

    /// <summary>Raised where something takes more than is spent on it.</summary>
    public static DiagnosticDescriptor Limit { get; } = new()
    {
        Id = "FLX0006",
        Title = "A file is over a limit",
        Message = "{0}",
        Category = RuleCategory.Engine,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = "https://github.com/fluxlint/fluxlint/blob/main/rules/FluxLint.Rules/Engine/InputLimit.md",
    };

    /// <summary>Lets the rules look at everything. What is suppressed is among the diagnostics, each place of a cause on its own.</summary>
    /// <param name="before">The results of a compilation that shares things with this one; null when there are none.</param>
    /// <param name="cancellation">Stops the work between two things.</param>
    public (ImmutableArray<Diagnostic> Diagnostics, RuleResults Results) Run(RuleResults? before, CancellationToken cancellation)
    {
        var known = before?.SpeakOf(compilation, rules) == true ? new EarlierLook(before, compilation) : null;
        var dependences = new RuleDependences(known?.Dependences);
        var results = new ConcurrentBag<Looked>();
        var looks = 0;
        Parallel.ForEach(Units(), new ParallelOptions { CancellationToken = cancellation }, unit =>
        {
            if (Look(unit) is var result && !ReferenceEquals(result, UnitResult.Clean))
                results.Add(new(unit, result));
        });
        var found = results.ToDictionary(result => result.Unit.Subject, result => result.Result, ReferenceEqualityComparer.Instance);
        return (Merge(results, cancellation), new(compilation, rules, found, dependences, looks));

        UnitResult Look(Unit unit)
        {
            // The loop hears of it later than the token knows, which on a busy machine is long.
            cancellation.ThrowIfCancellationRequested();
            if (known?.Find(unit) is { } earlier)
                return known.Open(unit, earlier) is { Count: > 0 } open ? earlier.With(unit.Check(new(compilation, dependences, times), open), open) : earlier;
            Interlocked.Increment(ref looks);
            return unit.Check(new(compilation, dependences, times), only: null);
        }
    }

    /// <summary>Everything that rules look at; what takes longest comes first.</summary>
    private IEnumerable<Unit> Units()
    {
        var registered = new RegisteredRules(rules);
        foreach (var action in registered.Repository)
            yield return new RepositoryUnit(action, compilation);
        if (!registered.File.IsEmpty)
        {
            foreach (var tree in compilation.Repository.YamlFiles.Select(compilation.Repository.Tree).OfType<YamlTree>())
                yield return new FileUnit(tree, compilation.Fleet, registered);
        }
        foreach (var rendering in compilation.Renderings)
            yield return new KustomizationUnit(rendering, compilation.Fleet, registered);
        foreach (var shared in compilation.Fleet.Resources)
            yield return ResourceUnit.Of(shared, registered);
        foreach (var cluster in compilation.Fleet.Clusters)
            yield return new ClusterUnit(cluster, registered);
    }

    private ImmutableArray<Diagnostic> Merge(IEnumerable<Looked> results, CancellationToken cancellation) =>
    [
        .. results
            .SelectMany(result => result.Result.Findings.Where(finding => !generated.Excuse(finding)).Select(finding => new ReachingFinding(finding, finding.Clusters ?? result.Unit.Reach(finding.Location))))
            .GroupBy(reaching => new Spot(reaching.Finding.Descriptor.Id, reaching.Finding.Location, IsOwn(reaching.Finding) ? reaching.Finding.Message : null))
            .Select(spot => Merge(spot, cancellation))
            .OfType<Diagnostic>()
            .Order(DiagnosticOrder.Comparer),
    ];

    /// <summary>
    /// One diagnostic for one place; the most severe finding speaks for all, and of those the one with the first message in
    /// ordinal order, or of the first cluster. A fix is offered when all of those that know one know the same.
    /// </summary>
    private Diagnostic? Merge(IGrouping<Spot, ReachingFinding> spot, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var suppressions = spot.ToLookup(candidate => candidate.Finding.Resource is { } resource ? suppressor.Find(resource, spot.Key.Id) : null);
        // What one object asks to be spared says nothing of others that share the line.
        ImmutableArray<ReachingFinding> speaking = [.. suppressions.Contains(null) ? suppressions[null] : spot];
        var finding = speaking
            .OrderByDescending(candidate => candidate.Finding.Severity)
            .ThenBy(candidate => candidate.Finding.Message, StringComparer.Ordinal)
            .ThenBy(candidate => candidate.Finding.Help, StringComparer.Ordinal)
            .ThenBy(candidate => candidate.Clusters.FirstOrDefault()?.Name, StringComparer.Ordinal)
            .ThenBy(candidate => candidate.Finding.LogicalLocation?.ToString(), StringComparer.Ordinal)
            .First()
            .Finding;
        var severity = severities.Find(finding.Descriptor, finding.Location.Path, finding.Severity);
        if (severity == Severity.Off)
            return null;
        var diagnostic = new Diagnostic
        {
            Descriptor = finding.Descriptor,
            Severity = severity,
            Location = finding.Location,
            LogicalLocation = finding.LogicalLocation,
            Message = finding.Message,
            Help = finding.Help,
            Related = [.. finding.Related, .. OthersOf(finding, speaking)],
            Provenance = finding.Provenance,
            Cause = finding.Cause is { } cause ? new(cause, finding.MessageForMany) : null,
            Suppression = suppressions.Contains(null) ? null : suppressions.First().Key,
            Fix = FixOf(speaking),
            Clusters = [.. speaking.SelectMany(candidate => candidate.Clusters).Select(cluster => cluster.Name).Distinct().Order(StringComparer.Ordinal)],
        };
        return suppressor.Apply(diagnostic);
    }

    // A fix that names another object may have its name from a Secret.
    private CodeFix? FixOf(ImmutableArray<ReachingFinding> speaking) =>
        speaking.Select(candidate => candidate.Finding.Fix).OfType<CodeFix>().Distinct().Take(2).ToList() is [var fix]
        && !speaking.Any(candidate => candidate.Finding.WithholdsFix)
        && !SecretContent.IsIn(fix, secretNames.Value) ? fix : null;

    /// <summary>Whether the message of a finding says what no other of its place does: what crashed, or what a policy has against an object.</summary>
    private static bool IsOwn(Finding finding) => ReferenceEquals(finding.Descriptor, Crash) || finding.Rule is PolicyRule;

    /// <summary>The other objects that a message is about, where it is for its objects to say who they are.</summary>
    private static IEnumerable<RelatedLocation> OthersOf(Finding finding, ImmutableArray<ReachingFinding> speaking) =>
        finding is not { Rule: PolicyRule, Resource: { } first }
            ? []
            : speaking
                .Select(candidate => candidate.Finding.Resource)
                .OfType<Resource>()
                .Where(other => other.Key != first.Key)
                .DistinctBy(other => other.Key)
                .OrderBy(other => other.Id.Display, StringComparer.Ordinal)
                .Take(MostOthers)
                .Select(other => new RelatedLocation(other.Location, $"so it is with {other.ShownId.Display}"));

    /// <summary>A thing that was looked at, and what came of it.</summary>
    private sealed record Looked(Unit Unit, UnitResult Result);

    /// <summary>A finding and the clusters that it reaches.</summary>
    private sealed record ReachingFinding(Finding Finding, ImmutableArray<Cluster> Clusters);

    /// <summary>What makes findings one: rule and place, and where each message speaks for itself the message.</summary>
    private sealed record Spot(string Id, Location Location, string? Message);
}
