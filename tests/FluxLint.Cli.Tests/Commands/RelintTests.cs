using System.Collections.Concurrent;
using FluxLint.Core.Tests.Reporting;
using FluxLint.Files;
using FluxLint.Reporting;
using FluxLint.Rules;

namespace FluxLint.Cli.Tests.Commands;

/// <summary>A lint that knows the trees of an earlier one, and one that tells how far it is.</summary>
public sealed class RelintTests : IDisposable
{
    private readonly TemporaryFleet fleet = new();

    public void Dispose() => fleet.Dispose();

    [Fact]
    public void Finds_what_a_fresh_one_finds_and_parses_what_changed()
    {
        var trees = new TreeCache();
        Lint(trees);
        var parsed = trees.Parsed;
        fleet.Edit("infrastructure/base/reflector/kustomization.yaml", "namespace: shared-system", "namespace: reflector");

        var again = Lint(trees);

        Assert.Equal(Lint(null), again);
        Assert.Contains("FLX6002", again, StringComparison.Ordinal);
        Assert.Equal(parsed + 1, trees.Parsed);
    }

    [Fact]
    public void Files_that_come_and_go_are_seen()
    {
        const string Path = "infrastructure/base/reflector/new.yaml";
        var trees = new TreeCache();
        var before = Lint(trees);
        fleet.Write(Path, "apiVersion: v1\nkind: [broken\n");

        Assert.Contains(Path, Lint(trees), StringComparison.Ordinal);
        File.Delete(System.IO.Path.Combine(fleet.Root, Path));
        Assert.Equal(before, Lint(trees));
    }

    [Fact]
    public void Tells_every_stage_and_every_file()
    {
        var heard = new Listener();

        Linter.Lint(new DiskFileSystem(fleet.Root), new() { Packs = [new BuiltInRules()], Progress = heard });

        Assert.Equal([LintStage.Reading, LintStage.Building, LintStage.Checking], heard.Reports.Select(report => report.Stage).Distinct());
        var reading = heard.Reports.Where(report => report.Stage == LintStage.Reading).ToList();
        Assert.All(reading, report => Assert.Equal(reading.Count, report.Total));
        Assert.Equal(reading.Count, reading.Max(report => report.Done));
    }

    private string Lint(TreeCache? trees) =>
        new JsonReporter().Write(Linter.Lint(new DiskFileSystem(fleet.Root), new() { Packs = [new BuiltInRules()], Trees = trees }));

    private sealed class Listener : IProgress<LintProgress>
    {
        public ConcurrentQueue<LintProgress> Reports { get; } = [];

        public void Report(LintProgress value) => Reports.Enqueue(value);
    }
}
