using FluxLint.Analysis;
using FluxLint.Files;
using FluxLint.Semantics;

namespace FluxLint.Core.Tests.Analysis;

/// <summary>A lint that is told to stop does no more work, and the same repository can be linted after it.</summary>
public sealed class CancellationTests
{
    private const int Clusters = 400;

    private static readonly InMemoryFileSystem Files = InMemoryFileSystem.Of(
        from cluster in Enumerable.Range(0, Clusters)
        from file in (KeyValuePair<string, string>[])
        [
            new($"clusters/c{cluster}/kustomization.yaml", "resources: [settings.yaml]\n"),
            new($"clusters/c{cluster}/settings.yaml", $"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: c{cluster}, namespace: web}}\n"),
        ]
        select file);

    // Work that has begun on another thread when the word comes is finished, and how many threads there are is for the pool to say.
    private const int UnderWay = Clusters / 4;

    [Fact]
    public void No_more_files_are_parsed()
    {
        var compilation = Compilation.Create(Files);

        Stop(compilation, LintStage.Reading);

        Assert.InRange(compilation.Repository.FilesParsed, 1, UnderWay);
    }

    [Fact]
    public void Nothing_is_built()
    {
        var compilation = Compilation.Create(Files);

        Stop(compilation, LintStage.Building);

        Assert.Equal((2 * Clusters, 0), (compilation.Repository.FilesParsed, compilation.LayersRendered));
    }

    [Fact]
    public void No_more_is_looked_at()
    {
        using var stop = new CancellationTokenSource();
        var looks = 0;
        var rules = RuleSet.Of(new SmallPack("test", "ACME001", (registry, _) => registry.OnResource(_ =>
        {
            Interlocked.Increment(ref looks);
            stop.Cancel();
        })));

        Assert.ThrowsAny<OperationCanceledException>(() => Linter.Lint(Compilation.Create(Files), rules, cancellation: stop.Token));

        Assert.InRange(looks, 1, UnderWay);
    }

    [Theory]
    [InlineData(LintStage.Reading)]
    [InlineData(LintStage.Building)]
    [InlineData(LintStage.Checking)]
    internal void What_was_stopped_can_be_done(LintStage stage)
    {
        var compilation = Compilation.Create(Files);

        Stop(compilation, stage);

        Assert.Equal(Linter.Lint(Compilation.Create(Files), Rules).Statistics, Linter.Lint(compilation, Rules).Statistics);
    }

    private static RuleSet Rules { get; } = RuleSet.Of(new SmallPack("test", "ACME001", (registry, _) => registry.OnResource(_ => { })));

    private static void Stop(Compilation compilation, LintStage stage)
    {
        using var stop = new CancellationTokenSource();
        var options = new LintOptions { Progress = new StopAt(stage, stop) };

        Assert.ThrowsAny<OperationCanceledException>(() => Linter.Lint(compilation, Rules, options, stop.Token));
    }

    private sealed class StopAt(LintStage stage, CancellationTokenSource stop) : IProgress<LintProgress>
    {
        public void Report(LintProgress value)
        {
            if (value.Stage == stage)
                stop.Cancel();
        }
    }
}
