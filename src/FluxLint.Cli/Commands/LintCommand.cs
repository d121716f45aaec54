using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using FluxLint.Analysis;
using FluxLint.Cli.Git;
using FluxLint.Cli.Packs;
using FluxLint.Cli.Terminal;
using FluxLint.Configuration;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Packs.Locking;
using FluxLint.Reporting;
using FluxLint.Rules.Api;
using FluxLint.Semantics;

namespace FluxLint.Cli.Commands;

/// <summary><c>fluxlint lint</c>: looks for violations and reports them.</summary>
internal sealed class LintCommand(Session session, RunRules run)
{
    private const string ClearScreen = "\e[H\e[2J";

    private readonly RuleSet rules = run.Rules;

    public static Command Create(Session session, RuleSet rules)
    {
        var command = LintArguments.Command();
        command.SetAction((parsed, cancellation) =>
        {
            var heard = parsed.GetValue(LintArguments.Quiet) ? session with { IsQuiet = true } : session;
            var root = LintedPaths.Find(session.Directory, parsed.GetRequiredValue(LintArguments.Paths), parsed.GetValue(LintArguments.InputName), out _)?.Root;
            return Task.FromResult(new PackRun(heard, rules, parsed).Run(root, parsed.GetValue(LintArguments.Config), run => new LintCommand(heard, run).Run(parsed, cancellation), cancellation));
        });
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (LintedPaths.Find(session.Directory, parsed.GetRequiredValue(LintArguments.Paths), parsed.GetValue(LintArguments.InputName), out var problem) is not { } linted)
            return session.Fail(problem);
        if (LintConflicts.Find(parsed, linted.Input is not null) is { } conflict)
            return session.Fail(conflict);
        var root = linted.Root;
        if (ConfigurationFile.Find(session, root, parsed.GetValue(LintArguments.Config), out problem) is not { } configuration)
            return session.Fail(problem);
        if (RuleArguments.Read(parsed, () => RepositoryRules.Of(rules, root, configuration), run.LeftOut.Length > 0, out problem) is not { } selection)
            return session.Fail(problem);
        if (ReportTarget.Parse(parsed.GetRequiredValue(LintArguments.Output), out problem) is not { } targets)
            return session.Fail(problem);
        var assumed = parsed.GetValue(LintArguments.Assume) is { } versions ? AssumedVersions.Parse(versions, out problem) : null;
        if (assumed is null && parsed.GetValue(LintArguments.Assume) is not null)
            return session.Fail($"--assume {problem}");
        if (!BaselineFile.TryFind(session, root, parsed, out var baseline, out problem))
            return session.Fail(problem);

        if (parsed.GetValue(LintArguments.Admission))
            selection = selection with { Added = [AdmissionRefused.Descriptor.Id] };
        var options = new LintOptions { Paths = linted.Paths, Selection = selection, Assumed = assumed };
        var compilation = new CompilationOptions { ConfigurationPath = configuration.FilePath, Policy = configuration.Policy, BaselinePath = baseline, Rules = rules.Infos };
        var report = new LintReport(session, parsed, root, parsed.GetValue(LintArguments.Diff) ? [.. targets.Where(target => target.File is not null)] : targets, run.LeftOut, cancellation);
        try
        {
            if (linted.Input is { } input)
                return report.Write(Lint(Compilation.Create(new DiskFileSystem(root.Directory), compilation).With([new(input, session.ReadInput())]), options, cancellation));
            if (parsed.GetValue(LintArguments.Watch))
                return WatchFor(root, targets, () => Compilation.Create(new DiskFileSystem(root.Directory), compilation), options, report, cancellation);
            if (parsed.GetValue(LintArguments.Fix) || parsed.GetValue(LintArguments.Diff))
                return RunFixes(parsed, root, Compilation.Create(new DiskFileSystem(root.Directory), compilation), options, report, cancellation);
            if (parsed.GetValue(LintArguments.Timings))
                return RunTimed(Compilation.Create(new DiskFileSystem(root.Directory), compilation), options, report, cancellation);
            if (parsed.GetValue(LintArguments.WriteBaseline) is { } file)
                return BaselineFile.Write(session, root, file, Lint(Compilation.Create(new DiskFileSystem(root.Directory), compilation), options, cancellation));
            if (parsed.GetValue(LintArguments.Base) is { } revision)
                return RunSince(revision, root, compilation, options, report, cancellation);
            // The cache knows what the repository is asked, and nothing of files elsewhere.
            var cache = parsed.GetValue(LintArguments.NoCache) || configuration.Policy is not null ? null : LintCache.Of(session, root, parsed.Tokens.Select(token => token.Value).Prepend(run.Packs));
            if (cache?.Find() is { } known)
                return report.Deliver(known);
            return report.Write(Lint(Compilation.Create(cache?.Files ?? new DiskFileSystem(root.Directory), compilation), options, cancellation), cache);
        }
        catch (GitException unknown)
        {
            return session.Fail(unknown.Message);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return session.Fail($"'{root.Directory}' cannot be read: {unreadable.Message}");
        }
    }

    private int RunSince(string revision, RepositoryRoot root, CompilationOptions compilation, LintOptions options, LintReport report, CancellationToken cancellation)
    {
        using var source = RevisionSource.Open(root.Directory, revision, later: null, compilation);
        var present = source.OpenLater();
        var found = Lint(present, options, cancellation);
        var earlier = source.OpenEarlier(present, out var notes);
        foreach (var note in notes)
            session.Note($"note: {SafeText.Of(note)}");
        return report.Write(NewFindings.Since(Lint(earlier, options with { Before = found }, cancellation), found, present.Repository));
    }

    private LintResult Lint(Compilation compilation, LintOptions options, CancellationToken cancellation)
    {
        using var progress = session.StartProgress();
        return Linter.Lint(compilation, rules, options with { Progress = progress, Today = session.Today() }, cancellation);
    }

    private int RunTimed(Compilation compilation, LintOptions options, LintReport report, CancellationToken cancellation)
    {
        var times = new LintTimes();
        using (var process = Process.GetCurrentProcess())
            times.Add("start", DateTime.Now - process.StartTime);
        var result = Lint(compilation, options with { Times = times }, cancellation);
        int exitCode;
        using (times.Start("report"))
            exitCode = report.Write(result);
        TimesReport.Write(session.Error, times, result.Rules);
        return exitCode;
    }

    private int RunFixes(ParseResult parsed, RepositoryRoot root, Compilation compilation, LintOptions options, LintReport report, CancellationToken cancellation)
    {
        var fixes = Fixer.Fix(compilation, rules, parsed.GetValue(LintArguments.UnsafeFixes) ? FixSafety.Unsafe : FixSafety.Safe, options with { Today = session.Today() }, cancellation);
        var summary = new FixReport(session, fixes);
        if (parsed.GetValue(LintArguments.Diff))
        {
            var exitCode = summary.WriteDiff();
            // A log has what is found while nothing is changed.
            return report.IsEmpty ? exitCode : Math.Max(exitCode, report.Write(Linter.Lint(compilation, rules, options with { Today = session.Today() }, cancellation)));
        }
        cancellation.ThrowIfCancellationRequested();
        if (FixWriter.Write(root.Directory, fixes.Files) is { } obstacle)
            return session.Fail(obstacle);
        summary.WriteSummary("fixed");
        return report.Write(fixes.Remaining);
    }

    private int WatchFor(RepositoryRoot root, ImmutableArray<ReportTarget> targets, Func<Compilation> open, LintOptions options, LintReport report, CancellationToken cancellation)
    {
        var outputs = targets.Select(target => target.File).OfType<string>().Select(file => Path.GetFullPath(file, session.Directory)).ToList();
        using var watch = new RepositoryWatch(root.Directory, outputs);
        var compilation = open();
        var packs = PacksOf(root, compilation);
        // Whoever watches ends it: there is no last result, and the exit code is that of every command that is interrupted.
        while (true)
        {
            var start = Stopwatch.GetTimestamp();
            var result = Lint(compilation, options, cancellation);
            options = options with { Before = result };
            var elapsed = Stopwatch.GetElapsedTime(start);
            if (session.Width is not null)
                session.Output.Write(System.Text.Encoding.UTF8.GetBytes(ClearScreen));
            report.Write(result);
            session.Output.Flush();
            if (PacksOf(root, compilation) != packs)
                session.Note("other packs are asked for than those that run: end this and start it again");
            session.Note($"linted in {elapsed.TotalMilliseconds:0} ms; waiting for changes, Ctrl+C ends");
            compilation = watch.Wait(compilation, cancellation) ?? open();
        }
    }

    /// <summary>Which packs a repository asks for, and what is locked of them.</summary>
    private static string PacksOf(RepositoryRoot root, Compilation compilation)
    {
        var references = compilation.Configuration.Packs.Select(pack => $"{pack.Id.Value} {pack.Version.Value}");
        var files = new DiskFileSystem(root.Directory);
        return string.Join('\n', [.. references, files.FileExists(PackLock.FileName) ? Convert.ToBase64String(files.ReadAllBytes(PackLock.FileName)) : ""]);
    }
}
