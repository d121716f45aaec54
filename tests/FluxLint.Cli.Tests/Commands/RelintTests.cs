using System.Collections.Concurrent;
using FluxLint.Analysis;
using FluxLint.Core.Tests.Reporting;
using FluxLint.Files;
using FluxLint.Reporting;
using FluxLint.Rules;
using FluxLint.Semantics;

namespace FluxLint.Cli.Tests.Commands;

/// <summary>A lint that knows an earlier one, and one that tells how far it is.</summary>
public sealed class RelintTests : IDisposable
{
    private static readonly RuleSet Rules = RuleSet.Of(new BuiltInRules());

    private readonly TemporaryFleet fleet = new();

    public void Dispose() => fleet.Dispose();

    [Fact]
    public void A_lint_after_an_edit_finds_what_a_fresh_one_finds_and_does_what_changed()
    {
        const string Path = "infrastructure/base/reflector/kustomization.yaml";
        var before = Open();
        var known = Linter.Lint(before, Rules);
        fleet.Edit(Path, "namespace: shared-system", "namespace: reflector");

        var after = before.With(Path, File.ReadAllText(System.IO.Path.Combine(fleet.Root, Path)));
        var again = Show(Linter.Lint(after, Rules, new() { Before = known }));

        Assert.Equal(Show(Linter.Lint(Open(), Rules)), again);
        Assert.Contains("FLX6002", again, StringComparison.Ordinal);
        Assert.Equal(1, after.Repository.FilesParsed);
    }

    [Fact]
    public void Files_that_come_and_go_are_seen()
    {
        const string Path = "infrastructure/base/reflector/new.yaml";
        var before = Open();
        var known = Linter.Lint(before, Rules);

        var more = before.With(Path, "apiVersion: v1\nkind: [broken\n");
        var found = Linter.Lint(more, Rules, new() { Before = known });

        Assert.Contains(Path, Show(found), StringComparison.Ordinal);
        Assert.Equal(Show(known), Show(Linter.Lint(more.Without(Path), Rules, new() { Before = found })));
    }

    [Fact]
    public void Tells_every_stage_and_every_file()
    {
        var heard = new Listener();

        Linter.Lint(Open(), Rules, new() { Progress = heard });

        Assert.Equal([LintStage.Reading, LintStage.Building, LintStage.Checking], heard.Reports.Select(report => report.Stage).Distinct());
        var reading = heard.Reports.Where(report => report.Stage == LintStage.Reading).ToList();
        Assert.All(reading, report => Assert.Equal(reading.Count, report.Total));
        Assert.Equal(reading.Count, reading.Max(report => report.Done));
    }

    private Compilation Open() => Compilation.Create(new DiskFileSystem(fleet.Root), new() { Rules = Rules.Infos });

    private static string Show(LintResult result) => new JsonReporter().Write(result);

    private sealed class Listener : IProgress<LintProgress>
    {
        public ConcurrentQueue<LintProgress> Reports { get; } = [];

        public void Report(LintProgress value) => Reports.Enqueue(value);
    }
}
