using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using FluxLint.Cli.Terminal;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Reporting;
using FluxLint.Rules;

namespace FluxLint.Cli.Commands;

/// <summary><c>fluxlint lint</c>: looks for violations and reports them.</summary>
internal sealed class LintCommand(Session session, ImmutableArray<RulePack> packs)
{
    private const string ClearScreen = "\e[H\e[2J\e[3J";

    private static readonly string[] Severities = ["error", "warning", "info"];

    private static readonly string[] Profiles = ["full", "github"];

    private static readonly Argument<string> Path = new("path")
    {
        Description = "The repository, or the part of it to report on.",
        DefaultValueFactory = _ => ".",
    };

    private static readonly Option<string?> Config = new("--config")
    {
        Description = "The configuration to use in place of fluxlint.yaml at the root.",
        HelpName = "file",
    };

    private static readonly Option<string[]> Output = new("--output", "-o")
    {
        Description = $"A format ({string.Join(", ", ReportFormats.Names)}), and a file for it if it does not go to the standard output. May be given several times.",
        HelpName = "format[=file]",
        CompletionSources = { Completions.Formats },
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<string> FailOn = new("--fail-on")
    {
        Description = "The least severity that makes the exit code 1.",
        HelpName = "error|warning|info",
        CompletionSources = { Completions.Of(Severities) },
        DefaultValueFactory = _ => "error",
    };

    private static readonly Option<string?> Category = new("--category")
    {
        Description = "Keeps this SARIF log apart from others of the same commit.",
        HelpName = "name",
    };

    private static readonly Option<string> Profile = new("--sarif-profile")
    {
        Description = "Whom SARIF is for: any reader, or GitHub code scanning, which gets no more than it shows and accepts.",
        HelpName = "full|github",
        CompletionSources = { Completions.Of(Profiles) },
        DefaultValueFactory = _ => "full",
    };

    private static readonly Option<bool> Stats = new("--stats")
    {
        Description = "Print how much work was done.",
    };

    private static readonly Option<bool> Quiet = new("--quiet", "-q")
    {
        Description = "Print findings and errors alone: no summary, no notes, no progress.",
    };

    private static readonly Option<bool> Watch = new("--watch", "-w")
    {
        Description = "Lint again after every change, until Ctrl+C.",
    };

    private static readonly Option<bool> Fix = new("--fix")
    {
        Description = "Fix what can be fixed safely, and report what remains.",
    };

    private static readonly Option<bool> UnsafeFixes = new("--unsafe-fixes")
    {
        Description = "With --fix or --diff: fixes that guess what was meant, too.",
    };

    private static readonly Option<bool> Diff = new("--diff")
    {
        Description = "Print what --fix would change, and change nothing. Exit code 1 when there is something.",
    };

    public static Command Create(Session session, ImmutableArray<RulePack> packs)
    {
        var command = new Command("lint", "Find violations. Exit code: 0 none, 1 some, 2 could not run.")
        {
            Path, Config, RuleArguments.Preset, RuleArguments.Select, RuleArguments.Ignore, Output, Profile, Category, FailOn, Fix, UnsafeFixes, Diff, Watch, Quiet, Stats,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var lint = new LintCommand(parsed.GetValue(Quiet) ? session with { IsQuiet = true } : session, packs);
            // Only what has returned a task hears of Ctrl+C before it ends.
            return parsed.GetValue(Watch) ? Task.Run(() => lint.Run(parsed, cancellation), CancellationToken.None) : Task.FromResult(lint.Run(parsed, cancellation));
        });
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (!Severities.Contains(parsed.GetRequiredValue(FailOn)))
            return session.Fail($"--fail-on takes error, warning or info, not '{parsed.GetValue(FailOn)}'");
        if (!Profiles.Contains(parsed.GetRequiredValue(Profile)))
            return session.Fail($"--sarif-profile takes full or github, not '{parsed.GetValue(Profile)}'");
        if (RepositoryRoot.Find(session.Directory, parsed.GetRequiredValue(Path), out var problem) is not { } root)
            return session.Fail(problem);
        if (Configuration(root, parsed.GetValue(Config), out problem) is not { } configuration)
            return session.Fail(problem);
        if (RuleArguments.Read(parsed, packs, out problem) is not { } selection)
            return session.Fail(problem);
        if (ReportTarget.Parse(parsed.GetRequiredValue(Output), out problem) is not { } targets)
            return session.Fail(problem);
        var isFixing = parsed.GetValue(Fix) || parsed.GetValue(Diff);
        if (parsed.GetValue(UnsafeFixes) && !isFixing)
            return session.Fail("--unsafe-fixes goes with --fix or --diff");
        if (parsed.GetValue(Watch) && isFixing)
            return session.Fail("--watch goes with neither --fix nor --diff");

        var options = new LintOptions { Packs = packs, ConfigurationPath = configuration, Scope = root.Scope, Selection = selection };
        try
        {
            return parsed.GetValue(Watch) ? WatchFor(parsed, root, options, targets, cancellation)
                : isFixing ? RunFixes(parsed, root, options, targets, cancellation)
                : Report(parsed, root, targets, Lint(root, options, cancellation));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return session.Fail($"'{root.Directory}' cannot be read: {unreadable.Message}");
        }
    }

    private LintResult Lint(RepositoryRoot root, LintOptions options, CancellationToken cancellation)
    {
        using var progress = session.StartProgress();
        return Linter.Lint(new DiskFileSystem(root.Directory), options with { Progress = progress }, cancellation);
    }

    private int RunFixes(ParseResult parsed, RepositoryRoot root, LintOptions options, ImmutableArray<ReportTarget> targets, CancellationToken cancellation)
    {
        var fixes = Fixer.Fix(new DiskFileSystem(root.Directory), options, parsed.GetValue(UnsafeFixes) ? FixSafety.Unsafe : FixSafety.Safe, cancellation);
        var report = new FixReport(session, fixes);
        if (parsed.GetValue(Diff))
            return report.WriteDiff();
        if (FixWriter.Write(root.Directory, fixes.Files) is { } obstacle)
            return session.Fail(obstacle);
        report.WriteSummary("fixed");
        return Report(parsed, root, targets, fixes.Remaining);
    }

    private int WatchFor(ParseResult parsed, RepositoryRoot root, LintOptions options, ImmutableArray<ReportTarget> targets, CancellationToken cancellation)
    {
        var outputs = targets.Select(target => target.File).OfType<string>().Select(file => System.IO.Path.GetFullPath(file, session.Directory)).ToList();
        using var watch = new RepositoryWatch(root.Directory, outputs);
        options = options with { Trees = new() };
        var exitCode = ExitCode.Clean;
        try
        {
            while (true)
            {
                var start = Stopwatch.GetTimestamp();
                var result = Lint(root, options, cancellation);
                var elapsed = Stopwatch.GetElapsedTime(start);
                if (session.Width is not null)
                    session.Output.Write(System.Text.Encoding.UTF8.GetBytes(ClearScreen));
                exitCode = Report(parsed, root, targets, result);
                session.Output.Flush();
                session.Note($"linted in {elapsed.TotalMilliseconds:0} ms; waiting for changes, Ctrl+C ends");
                watch.Wait(cancellation);
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
            Category = parsed.GetValue(Category),
            Profile = parsed.GetValue(Profile) == "github" ? SarifProfile.GitHub : SarifProfile.Full,
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
        if (parsed.GetValue(Stats))
            Print(result.Statistics);
        var failOn = ParseSeverity(parsed.GetRequiredValue(FailOn));
        return result.Diagnostics.Any(diagnostic => diagnostic.Severity >= failOn) ? ExitCode.Findings : ExitCode.Clean;
    }

    private static Severity ParseSeverity(string text) => text switch
    {
        "warning" => Severity.Warning,
        "info" => Severity.Info,
        _ => Severity.Error,
    };

    private string? Configuration(RepositoryRoot root, string? file, out string problem)
    {
        problem = "";
        if (file is null)
            return "fluxlint.yaml";
        var full = System.IO.Path.GetFullPath(file, session.Directory);
        if (!File.Exists(full))
        {
            problem = $"the configuration '{file}' does not exist";
            return null;
        }
        if (root.Relative(full) is { } relative)
            return relative;
        problem = $"the configuration '{file}' is not below the repository root '{root.Directory}'";
        return null;
    }

    private void Print(LintStatistics statistics) => session.Error.WriteLine(
        $"""
        files                {statistics.Files}
        files parsed         {statistics.FilesParsed}
        characters parsed    {statistics.CharactersParsed}
        kustomizations       {statistics.Kustomizations}
        layers rendered      {statistics.DirectoriesRendered}
        clusters             {statistics.Clusters}
        resources analysed   {statistics.ResourcesAnalysed}
        rules run            {statistics.RulesRun}
        """);
}
