using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using FluxLint.Analysis;
using FluxLint.Cli.Terminal;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Reporting;
using FluxLint.Semantics;

namespace FluxLint.Cli.Commands;

/// <summary><c>fluxlint lint</c>: looks for violations and reports them.</summary>
internal sealed class LintCommand(Session session, RuleSet rules)
{
    private const string ClearScreen = "\e[H\e[2J";

    public static Command Create(Session session, RuleSet rules)
    {
        var command = LintArguments.Command();
        command.SetAction((parsed, cancellation) =>
        {
            var lint = new LintCommand(parsed.GetValue(LintArguments.Quiet) ? session with { IsQuiet = true } : session, rules);
            // Only what has returned a task hears of Ctrl+C before it ends.
            return parsed.GetValue(LintArguments.Watch) ? Task.Run(() => lint.Run(parsed, cancellation), CancellationToken.None) : Task.FromResult(lint.Run(parsed, cancellation));
        });
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (!LintArguments.Severities.Contains(parsed.GetRequiredValue(LintArguments.FailOn)))
            return session.Fail($"--fail-on takes error, warning or info, not '{parsed.GetValue(LintArguments.FailOn)}'");
        if (!LintArguments.Profiles.Contains(parsed.GetRequiredValue(LintArguments.Profile)))
            return session.Fail($"--sarif-profile takes full or github, not '{parsed.GetValue(LintArguments.Profile)}'");
        if (RepositoryRoot.Find(session.Directory, parsed.GetRequiredValue(LintArguments.Path), out var problem) is not { } root)
            return session.Fail(problem);
        if (ConfigurationFile.Find(session, root, parsed.GetValue(LintArguments.Config), out problem) is not { } configuration)
            return session.Fail(problem);
        if (RuleArguments.Read(parsed, rules, out problem) is not { } selection)
            return session.Fail(problem);
        if (ReportTarget.Parse(parsed.GetRequiredValue(LintArguments.Output), out problem) is not { } targets)
            return session.Fail(problem);
        var isFixing = parsed.GetValue(LintArguments.Fix) || parsed.GetValue(LintArguments.Diff);
        if (parsed.GetValue(LintArguments.UnsafeFixes) && !isFixing)
            return session.Fail("--unsafe-fixes goes with --fix or --diff");
        if (parsed.GetValue(LintArguments.Watch) && isFixing)
            return session.Fail("--watch goes with neither --fix nor --diff");

        var options = new LintOptions { Scope = root.Scope, Selection = selection };
        try
        {
            return parsed.GetValue(LintArguments.Watch) ? WatchFor(parsed, root, () => Open(root, configuration), options, targets, cancellation)
                : isFixing ? RunFixes(parsed, root, Open(root, configuration), options, targets, cancellation)
                : Report(parsed, root, targets, Lint(Open(root, configuration), options, cancellation));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return session.Fail($"'{root.Directory}' cannot be read: {unreadable.Message}");
        }
    }

    private Compilation Open(RepositoryRoot root, string configuration) =>
        Compilation.Create(new DiskFileSystem(root.Directory), new() { ConfigurationPath = configuration, Rules = rules.Infos });

    private LintResult Lint(Compilation compilation, LintOptions options, CancellationToken cancellation)
    {
        using var progress = session.StartProgress();
        return Linter.Lint(compilation, rules, options with { Progress = progress }, cancellation);
    }

    private int RunFixes(ParseResult parsed, RepositoryRoot root, Compilation compilation, LintOptions options, ImmutableArray<ReportTarget> targets, CancellationToken cancellation)
    {
        var fixes = Fixer.Fix(compilation, rules, parsed.GetValue(LintArguments.UnsafeFixes) ? FixSafety.Unsafe : FixSafety.Safe, options, cancellation);
        var report = new FixReport(session, fixes);
        if (parsed.GetValue(LintArguments.Diff))
            return report.WriteDiff();
        if (FixWriter.Write(root.Directory, fixes.Files) is { } obstacle)
            return session.Fail(obstacle);
        report.WriteSummary("fixed");
        return Report(parsed, root, targets, fixes.Remaining);
    }

    private int WatchFor(ParseResult parsed, RepositoryRoot root, Func<Compilation> open, LintOptions options, ImmutableArray<ReportTarget> targets, CancellationToken cancellation)
    {
        var outputs = targets.Select(target => target.File).OfType<string>().Select(file => Path.GetFullPath(file, session.Directory)).ToList();
        using var watch = new RepositoryWatch(root.Directory, outputs);
        var exitCode = ExitCode.Clean;
        try
        {
            var compilation = open();
            while (true)
            {
                var start = Stopwatch.GetTimestamp();
                var result = Lint(compilation, options, cancellation);
                options = options with { Before = result };
                var elapsed = Stopwatch.GetElapsedTime(start);
                if (session.Width is not null)
                    session.Output.Write(System.Text.Encoding.UTF8.GetBytes(ClearScreen));
                exitCode = Report(parsed, root, targets, result);
                session.Output.Flush();
                session.Note($"linted in {elapsed.TotalMilliseconds:0} ms; waiting for changes, Ctrl+C ends");
                compilation = watch.Wait(compilation, cancellation) ?? open();
            }
        }
        catch (OperationCanceledException)
        {
            return exitCode;
        }
    }

    private int Report(ParseResult parsed, RepositoryRoot root, ImmutableArray<ReportTarget> targets, LintResult result)
    {
        if (result.Statistics.FilesParsed == 0)
            return session.Fail($"there are no YAML files below '{root.Directory}'");
        if (result.Statistics.Kustomizations == 0 && result.Statistics.Clusters == 0)
            session.Note($"note: there is no kustomization below '{root.Directory}', so the YAML files are checked on their own");

        var sarif = new SarifOptions
        {
            Category = parsed.GetValue(LintArguments.Category),
            Profile = parsed.GetValue(LintArguments.Profile) == "github" ? SarifProfile.GitHub : SarifProfile.Full,
        };
        foreach (var target in targets)
        {
            try
            {
                target.Write(result, session, root.Directory, sarif);
                if (target.Format == ReportFormats.GitHub && session.StepSummary is { Length: > 0 } summary)
                    StepSummary.Append(summary, result);
            }
            catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
            {
                return session.Fail($"'{target.File ?? session.StepSummary}' cannot be written: {unwritable.Message}");
            }
        }
        if (parsed.GetValue(LintArguments.Stats))
            Print(result.Statistics);
        if (parsed.GetValue(LintArguments.Strict) && result.Statistics.Clusters == 0)
            return session.Fail("no cluster is found; name where clusters start under 'clusters' in fluxlint.yaml");
        var failOn = ParseSeverity(parsed.GetRequiredValue(LintArguments.FailOn));
        return result.Diagnostics.Any(diagnostic => diagnostic.Severity >= failOn) ? ExitCode.Findings : ExitCode.Clean;
    }

    private static Severity ParseSeverity(string text) => text switch
    {
        "warning" => Severity.Warning,
        "info" => Severity.Info,
        _ => Severity.Error,
    };

    private void Print(LintStatistics statistics) => session.Error.WriteLine(
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
        rules run            {statistics.RulesRun}
        """);
}
