using System.Collections.Immutable;
using System.CommandLine;
using FluxLint.Cli.Terminal;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Rules;

namespace FluxLint.Cli.Commands;

/// <summary><c>fluxlint lint</c>: looks for violations and reports them.</summary>
internal sealed class LintCommand(Session session, ImmutableArray<RulePack> packs)
{
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
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<string> FailOn = new("--fail-on")
    {
        Description = "The least severity that makes the exit code 1.",
        HelpName = "error|warning|info",
        DefaultValueFactory = _ => "error",
    };

    private static readonly Option<string?> Category = new("--category")
    {
        Description = "Keeps this SARIF log apart from others of the same commit.",
        HelpName = "name",
    };

    private static readonly Option<bool> Stats = new("--stats")
    {
        Description = "Print how much work was done.",
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
        var command = new Command("lint", "Find violations. Exit code: 0 none, 1 some, 2 could not run.") { Path, Config, Output, FailOn, Category, Fix, UnsafeFixes, Diff, Stats };
        command.SetAction((parsed, cancellation) => Task.FromResult(new LintCommand(session, packs).Run(parsed, cancellation)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (ParseSeverity(parsed.GetRequiredValue(FailOn)) is not { } failOn)
            return session.Fail($"--fail-on takes error, warning or info, not '{parsed.GetValue(FailOn)}'");
        if (RepositoryRoot.Find(session.Directory, parsed.GetRequiredValue(Path), out var problem) is not { } root)
            return session.Fail(problem);
        if (ConfigurationFile.Find(session, root, parsed.GetValue(Config), out problem) is not { } configuration)
            return session.Fail(problem);
        if (ReportTarget.Parse(parsed.GetRequiredValue(Output), out problem) is not { } targets)
            return session.Fail(problem);

        if (parsed.GetValue(UnsafeFixes) && !parsed.GetValue(Fix) && !parsed.GetValue(Diff))
            return session.Fail("--unsafe-fixes goes with --fix or --diff");

        var disk = new DiskFileSystem(root.Directory);
        var options = new LintOptions { Packs = packs, ConfigurationPath = configuration, Scope = root.Scope };
        LintResult result;
        try
        {
            if (parsed.GetValue(Fix) || parsed.GetValue(Diff))
            {
                var fixes = Fixer.Fix(disk, options, parsed.GetValue(UnsafeFixes) ? FixSafety.Unsafe : FixSafety.Safe, cancellation);
                var report = new FixReport(session, fixes);
                if (parsed.GetValue(Diff))
                    return report.WriteDiff();
                if (FixWriter.Write(root.Directory, fixes.Files) is { } obstacle)
                    return session.Fail(obstacle);
                report.WriteSummary("fixed");
                result = fixes.Remaining;
            }
            else
            {
                result = Linter.Lint(disk, options, cancellation);
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return session.Fail($"'{root.Directory}' cannot be read: {unreadable.Message}");
        }
        if (result.Statistics.FilesParsed == 0)
            return session.Fail($"there are no YAML files below '{root.Directory}'");
        if (result.Statistics.Kustomizations == 0 && result.Statistics.Clusters == 0)
            session.Error.WriteLine($"note: there is no kustomization below '{root.Directory}', so the YAML files are checked on their own");

        foreach (var target in targets)
        {
            try
            {
                target.Write(result, session, parsed.GetValue(Category));
            }
            catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
            {
                return session.Fail($"'{target.File}' cannot be written: {unwritable.Message}");
            }
        }
        if (parsed.GetValue(Stats))
            Print(result.Statistics);
        return result.Diagnostics.Any(diagnostic => diagnostic.Severity >= failOn) ? ExitCode.Findings : ExitCode.Clean;
    }

    private static Severity? ParseSeverity(string text) => text switch
    {
        "error" => Severity.Error,
        "warning" => Severity.Warning,
        "info" => Severity.Info,
        _ => null,
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
