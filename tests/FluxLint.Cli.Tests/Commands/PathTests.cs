using System.Text;

namespace FluxLint.Cli.Tests.Commands;

/// <summary>Which files a lint speaks of, and how it spells their paths.</summary>
public sealed class PathTests : IDisposable
{
    private readonly SmallRepository repository = new SmallRepository()
        .Write("apps/kustomization.yaml", "resources:\n  - first.yaml\n")
        .Write("infra/kustomization.yaml", "resources:\n  - second.yaml\n")
        .Write("other/kustomization.yaml", "resources:\n  - third.yaml\n");

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task A_name_with_an_at_sign_in_front_is_that_of_a_file_and_brings_no_options()
    {
        using var named = new SmallRepository().Write("@app.yaml", "--output\njson=report.json\n");

        var run = await CommandRun.Of(named.Root, "lint", "@app.yaml");

        Assert.Equal(0, run.ExitCode);
        Assert.False(File.Exists(Path.Combine(named.Root, "report.json")));
    }

    [Theory]
    [InlineData("apps infra", "first.yaml second.yaml")]
    [InlineData("apps/kustomization.yaml other", "first.yaml third.yaml")]
    [InlineData("apps .", "first.yaml second.yaml third.yaml")]
    public async Task Several_paths_narrow_what_is_reported(string paths, string missing)
    {
        var run = await CommandRun.Of(repository.Root, ["lint", .. paths.Split(' '), "-o", "short", "--select", "FLX1001", "-q"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(missing.Split(' '), run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\'')[1]));
    }

    [Fact]
    public async Task Paths_of_two_repositories_are_no_lint()
    {
        using var elsewhere = new SmallRepository().Write("a.yaml", "a: 1\n");

        var run = await CommandRun.Of(repository.Root, "lint", "apps", elsewhere.Root);

        Assert.Equal((2, $"error: 'apps' and '{elsewhere.Root}' do not lie in one repository\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Paths_are_those_that_the_user_would_type()
    {
        var below = await CommandRun.Of(Path.Combine(repository.Root, "apps"), "lint", "-o", "short", "--select", "FLX1001", "-q");
        var above = await CommandRun.Of(Path.GetDirectoryName(repository.Root) ?? "", "lint", Path.GetFileName(repository.Root), "--select", "FLX1001", "-q");

        Assert.StartsWith("kustomization.yaml:2:5: error FLX1001: ", below.Output, StringComparison.Ordinal);
        Assert.Contains($" --> {Path.GetFileName(repository.Root)}/infra/kustomization.yaml:2:5\n", above.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_read_from_the_standard_input()
    {
        if (TestedProgram.IsNamed)
            return;
        var run = await CommandRun.Of(
            session => session with { Input = new MemoryStream(Encoding.UTF8.GetBytes("resources:\n  - ../other\n  - fourth.yaml\n")) },
            repository.Root, "lint", "-", "--stdin-filename", "apps/kustomization.yaml", "-o", "short", "--select", "FLX1001", "-q");

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("apps/kustomization.yaml:3:5: error FLX1001: 'fourth.yaml' ", run.Output, StringComparison.Ordinal);
        Assert.Single(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("lint -", "'-' needs --stdin-filename, the file of the repository that it stands for")]
    [InlineData("lint --stdin-filename apps/x.yaml", "--stdin-filename goes with the path '-'")]
    [InlineData("lint - --stdin-filename apps/x.yaml --fix", "'-' goes with none of --fix, --diff and --watch")]
    public async Task Standard_input_needs_a_name(string arguments, string error)
    {
        var run = await CommandRun.Of(repository.Root, arguments.Split(' '));

        Assert.Equal((2, $"error: {error}\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task A_part_of_a_repository_is_not_taken_for_all_of_it()
    {
        repository.Write("apps/kustomization.yaml", "resources:\n  - ../../elsewhere\n");
        File.Delete(Path.Combine(repository.Root, "fluxlint.yaml"));

        var run = await CommandRun.Of(repository.Root, "lint", "apps");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"note: paths lead out of '{Path.Combine(repository.Root, "apps")}': is it the root of the repository?", run.Error, StringComparison.Ordinal);
    }
}
