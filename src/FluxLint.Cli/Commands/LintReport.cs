using System.Collections.Immutable;
using System.CommandLine;
using FluxLint.Cli.Terminal;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Reporting;
using FluxLint.Rules.Engine;
using FluxLint.Schemas;

namespace FluxLint.Cli.Commands;

/// <summary>Makes of what was found what the user gets, and delivers it.</summary>
internal sealed class LintReport(Session session, ParseResult parsed, RepositoryRoot root, ImmutableArray<ReportTarget> targets, ImmutableArray<string> leftOut, CancellationToken cancellation)
{
    /// <summary>Whether there is nowhere to report to.</summary>
    public bool IsEmpty => targets.IsEmpty;

    /// <summary>Reports what was found; the exit code.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="cache">Keeps what is delivered; null for no cache.</param>
    public int Write(LintResult result, LintCache? cache = null)
    {
        if (result.Statistics.FilesParsed == 0)
            return session.Fail($"there are no YAML files below '{root.Directory}'");
        if (!root.IsRepository && result.Diagnostics.Any(diagnostic => diagnostic.Id == PathOutsideRepository.Descriptor.Id))
            session.Note($"note: paths lead out of '{root.Directory}': is it the root of the repository? An empty fluxlint.yaml there says so; otherwise lint the directory that holds all of it");
        var outcome = OutcomeOf(result);
        return cache is null || result.HasCrash ? Deliver(outcome, result) : cache.Keep(outcome, kept => Deliver(kept));
    }

    /// <summary>Writes the reports where they go; the exit code.</summary>
    /// <param name="outcome">What to deliver.</param>
    /// <param name="summarized">What to sum up for GitHub Actions; null for nothing.</param>
    public int Deliver(LintOutcome outcome, LintResult? summarized = null)
    {
        if (outcome.Note.Length > 0)
            session.Note(outcome.Note);
        foreach (var (target, report) in targets.Zip(outcome.Reports))
        {
            if (Problem(target.File, () => target.Write(stream => report(new CancelableStream(stream, cancellation)), session)) is { } problem)
                return session.Fail(problem);
        }
        if (summarized is not null && session.StepSummary is { Length: > 0 } summary && targets.Any(target => target.Format == ReportFormats.GitHub)
            && Problem(summary, () => StepSummary.Append(summary, summarized)) is { } obstacle)
            return session.Fail(obstacle);
        if (outcome.Statistics.Length > 0)
            session.Error.WriteLine(outcome.Statistics);
        return outcome.ExitCode;
    }

    private LintOutcome OutcomeOf(LintResult result)
    {
        var sarif = new SarifOptions
        {
            Category = parsed.GetValue(LintArguments.Category),
            Profile = parsed.GetValue(LintArguments.Profile) == "github" ? SarifProfile.GitHub : SarifProfile.Full,
            LeftOut = leftOut,
        };
        var text = new TextOptions
        {
            Quiet = session.IsQuiet,
            All = parsed.GetValue(LintArguments.All),
            Statistics = parsed.GetValue(LintArguments.Statistics),
            Viewpoint = new(root.Directory, session.Directory),
        };
        var isPlain = result.Statistics.Kustomizations == 0 && result.Statistics.Clusters == 0;
        var failOn = ParseSeverity(parsed.GetRequiredValue(LintArguments.FailOn));
        return new(
            isPlain ? $"note: there is no kustomization below '{root.Directory}', so the YAML files are checked on their own"
                : result.Assumed is { IsBeyondSchemas: true, Kubernetes.Node.Value: { } release } ? $"note: what fields Kubernetes {release} has is not known yet, but what it has stopped serving is"
                : "",
            [.. targets.Select(target => target.Report(result, session, text, sarif))],
            parsed.GetValue(LintArguments.Stats) ? Text(result.Statistics, result.Schemas.Value) : "",
            parsed.GetValue(LintArguments.Strict) && result.Statistics.Clusters == 0 ? ExitCode.CouldNotRun
                : result.Diagnostics.Any(diagnostic => diagnostic.Severity >= failOn) ? ExitCode.Findings : ExitCode.Clean,
            result.HoldsUntil);
    }

    private static string? Problem(string? file, Action write)
    {
        try
        {
            write();
            return null;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException or LostOutputException)
        {
            return file is null ? unwritable.Message : $"'{file}' cannot be written: {unwritable.Message}";
        }
    }

    private static Severity ParseSeverity(string text) => text switch
    {
        "warning" => Severity.Warning,
        "info" => Severity.Info,
        _ => Severity.Error,
    };

    private static string Text(LintStatistics statistics, SchemaUse schemas) =>
        $"""
        files                {statistics.Files}
        files parsed         {statistics.FilesParsed}
        characters parsed    {statistics.CharactersParsed}
        kustomizations       {statistics.Kustomizations}
        layers rendered      {statistics.DirectoriesRendered}
        clusters             {statistics.Clusters}
        flux objects         {statistics.FluxObjects}
        builds               {statistics.Builds}
        resources analysed   {statistics.ResourcesAnalysed}
        with a schema        {Text(schemas)}
        rules run            {statistics.RulesRun}
        known unknowns       {(statistics.Unknowns.Length == 0 ? "none" : SafeText.Lines(statistics.Unknowns).ReplaceLineEndings("\n                     "))}
        """;

    private static string Text(SchemaUse use) => use.Checked == 0 ? "0" : $"{use.Checked}: {string.Join(", ", use.ByOrigin.Select(part => $"{Name(part.Key)} {part.Value}"))}";

    private static string Name(SchemaOrigin origin) => origin switch
    {
        SchemaOrigin.Cluster => "of the cluster",
        SchemaOrigin.Chart => "of charts",
        SchemaOrigin.Flux => "of Flux",
        SchemaOrigin.Kubernetes => "of Kubernetes",
        SchemaOrigin.Directory => "of configured directories",
        _ => "of the catalogue",
    };
}
