using System.Text.Json.Nodes;
using FluxLint.Cli.Caching;

namespace FluxLint.Cli.Tests.Commands;

/// <summary>Suppressions and baselines from the command line.</summary>
public sealed class SuppressionTests : IDisposable
{
    private const string Kustomization = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n- absent.yaml\n";

    private readonly SmallRepository repository = new SmallRepository().Write("clusters/a/kustomization.yaml", Kustomization);

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task A_baseline_is_written_and_hides_what_it_holds()
    {
        var written = await CommandRun.Of(repository.Root, "lint", "--write-baseline", "old.sarif");
        var hidden = await CommandRun.Of(repository.Root, "lint", "--baseline", "old.sarif", "--fail-on", "info");
        repository.Write("clusters/a/kustomization.yaml", Kustomization + "- absent-too.yaml\n");
        var planted = await CommandRun.Of(repository.Root, "lint", "--baseline", "old.sarif");

        var log = JsonNode.Parse((await CommandRun.Of(repository.Root, "lint", "--baseline", "old.sarif", "-o", "sarif")).Output);

        Assert.Equal(["'absent-too.yaml' new", "'absent.yaml' unchanged"], log?["runs"]?[0]?["results"]?.AsArray().Select(result => $"{result?["message"]?["text"]?.ToString().Split(' ')[0]} {result?["baselineState"]}") ?? []);
        Assert.Equal((0, "", "wrote 1 finding to 'old.sarif'; 'baseline: old.sarif' in fluxlint.yaml or --baseline hides them\n"), (written.ExitCode, written.Output, written.Error));
        Assert.Equal(0, hidden.ExitCode);
        Assert.Contains(": no findings; 1 suppressed", hidden.Output, StringComparison.Ordinal);
        Assert.Equal(1, planted.ExitCode);
        Assert.Contains("'absent-too.yaml'", planted.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("'absent.yaml'", planted.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writing_a_baseline_anew_keeps_what_the_configured_one_hides()
    {
        repository.Write("fluxlint.yaml", "baseline: old.sarif\n");

        await CommandRun.Of(repository.Root, "lint", "--write-baseline", "old.sarif");
        var again = await CommandRun.Of(repository.Root, "lint", "--write-baseline", "old.sarif");

        Assert.StartsWith("wrote 1 finding", again.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await CommandRun.Of(repository.Root, "lint")).ExitCode);
    }

    [Theory]
    [InlineData("error: the baseline 'none.sarif' does not exist; --write-baseline makes one\n", "--baseline", "none.sarif")]
    [InlineData("error: the baseline cannot be used: 'fluxlint.yaml' is not JSON in line 1\n", "--baseline", "fluxlint.yaml")]
    [InlineData("error: --write-baseline goes with none of --baseline, --fix, --diff and --watch\n", "--write-baseline", "a", "--fix")]
    [InlineData("error: --write-baseline goes with none of --baseline, --fix, --diff and --watch\n", "--write-baseline", "a", "--baseline", "fluxlint.yaml")]
    public async Task Wrong_baselines_are_usage_errors(string error, params string[] arguments)
    {
        var run = await CommandRun.Of(repository.Root, ["lint", .. arguments]);

        Assert.Equal((2, error), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Baseline_that_is_a_link_out_of_the_repository_is_not_read()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.CreateSymbolicLink(Path.Combine(repository.Root, "old.sarif"), "/etc/hostname");

        var run = await CommandRun.Of(repository.Root, "lint", "--baseline", "old.sarif");

        Assert.Equal((2, "error: the baseline 'old.sarif' cannot be read: it is no file of the repository, or too large\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task The_cache_knows_the_baseline_and_the_day()
    {
        var directory = Directory.CreateTempSubdirectory("fluxlint-cache-");
        try
        {
            var cache = CacheDirectory.Of(name => name == "FLUXLINT_CACHE" ? directory.FullName : null);
            repository.Write("fluxlint.yaml", "suppressions:\n- rules: [FLX1001]\n  paths: [clusters/**]\n  reason: soon\n  until: 2027-01-31\n");

            Assert.Equal((0, 0, 1, 1), (await On(30), await On(31), await On(32), await On(33)));

            Task<int> On(int day) => ExitCodeOf(session => session with { Cache = cache, Today = () => new DateOnly(2027, 1, 1).AddDays(day - 1) });
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private async Task<int> ExitCodeOf(Func<Session, Session> surroundings) => (await CommandRun.Of(surroundings, repository.Root, "lint")).ExitCode;
}
