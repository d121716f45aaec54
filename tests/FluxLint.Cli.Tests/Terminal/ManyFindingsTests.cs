using FluxLint.Cli.Tests.Commands;

namespace FluxLint.Cli.Tests.Terminal;

/// <summary>What text shows of a repository with a great many findings.</summary>
public sealed class ManyFindingsTests : IDisposable
{
    private const int Missing = 25;

    private readonly SmallRepository repository = new SmallRepository().Write("infra/kustomization.yaml", "resources:\n  - a.yaml\n  - a.yaml\n");

    // What one kustomization is missing is one finding.
    public ManyFindingsTests()
    {
        for (var i = 0; i < Missing; i++)
            repository.Write($"apps/app-{i}/kustomization.yaml", $"resources:\n  - gone-{i}.yaml\n");
    }

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task A_few_stand_for_many_and_the_rules_are_counted()
    {
        var run = await CommandRun.Of(repository.Root, "lint", "apps");

        Assert.Equal(3, Count(run.Output, "error FLX1001: "));
        Assert.Contains($"... and {Missing - 3} more FLX1001 (missing-reference): --all shows them\n", run.Output, StringComparison.Ordinal);
        Assert.Contains($"\n      {Missing}  FLX1001  missing-reference  error", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_are_shown_when_they_are_asked_for()
    {
        var run = await CommandRun.Of(repository.Root, "lint", "apps", "--all");

        Assert.Equal(Missing, Count(run.Output, "error FLX1001: "));
        Assert.DoesNotContain("... and", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Few_findings_are_counted_by_rule_when_that_is_asked_for()
    {
        var run = await CommandRun.Of(repository.Root, "lint", "infra", "--statistics");

        Assert.Contains("findings  rule     name", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_in_a_file_leaves_the_terminal_the_summary()
    {
        var run = await CommandRun.Of(repository.Root, "lint", "-o", "sarif=log.sarif");

        Assert.Matches("^[0-9]+ errors[^\n]* in [0-9]+ files, [^\n]*\n$", run.Output);
        Assert.Contains("\"gone-3.yaml\"", File.ReadAllText(Path.Combine(repository.Root, "log.sarif")).Replace("'", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_diff_goes_with_a_log()
    {
        repository.WriteKustomization("flux/apps.yaml", "apps", "./apps", ", dependsOn: [{name: infra}]").WriteKustomization("flux/infra.yaml", "infra", "./infra");
        var run = await CommandRun.Of(repository.Root, "lint", "--diff", "--unsafe-fixes", "-o", "json=log.json");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("FLX1001", File.ReadAllText(Path.Combine(repository.Root, "log.json")), StringComparison.Ordinal);
        Assert.DoesNotContain("error FLX1001", run.Output, StringComparison.Ordinal);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
