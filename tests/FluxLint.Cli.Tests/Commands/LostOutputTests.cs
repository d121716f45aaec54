using FluxLint.Cli.Tests.Terminal;

namespace FluxLint.Cli.Tests.Commands;

/// <summary>
/// Outputs that take nothing, or no more. Who stops to read has heard enough, and what was found is as true as before: a pipe that closes
/// changes neither the exit code nor the other reports. What should be kept and cannot be is named, with exit code 2.
/// </summary>
public sealed class LostOutputTests : IDisposable
{
    private const string Shell = "/bin/bash";

    private readonly SmallRepository repository = new();

    public LostOutputTests()
    {
        // More than a pipe takes that nobody reads.
        var missing = string.Concat(Enumerable.Range(0, 1_000).Select(i => $"  - missing-{i}.yaml\n"));
        repository.Write("apps/kustomization.yaml", $"resources:\n{missing}").Write("clean/apps/kustomization.yaml", "configMapGenerator: [{name: a, literals: [a=b]}]\n").Write("clean/fluxlint.yaml", "rules: {FLX8012: off}\n");
    }

    public void Dispose() => repository.Dispose();

    [Theory]
    [InlineData("lint --output text --output json=report.json", 1)]
    [InlineData("lint --output sarif --output json=report.json", 1)]
    [InlineData("lint clean --output text --output json=report.json", 0)]
    [InlineData("build apps 2>/dev/null", 1)]
    [InlineData("rules", 0)]
    public async Task A_reader_that_leaves_changes_no_exit_code(string arguments, int expected)
    {
        if (OperatingSystem.IsWindows())
            return;

        // The reader is gone before anything is written.
        var run = await Run($"{{ sleep 0.2; {Program} {arguments}; echo $? >&3; }} 3>code | true; cat code");

        Assert.Equal(($"{expected}\n", ""), (run.Output, run.Error));
        Assert.Equal(arguments.Contains("report", StringComparison.Ordinal), File.Exists(Path.Combine(repository.Root, "report.json")));
    }

    [Theory]
    [InlineData("lint >/dev/full", "the standard output cannot be written: ")]
    [InlineData("rules >/dev/full", "the standard output cannot be written: ")]
    [InlineData("config show >/dev/full", "the standard output cannot be written: ")]
    [InlineData("schema ConfigMap >/dev/full", "the standard output cannot be written: ")]
    [InlineData("build clean/apps >/dev/full", "the standard output cannot be written: ")]
    [InlineData("explain FLX0006 >/dev/full", "the standard output cannot be written: ")]
    [InlineData("--help >/dev/full", "the standard output cannot be written: ")]
    [InlineData("--version >/dev/full", "the standard output cannot be written: ")]
    [InlineData("lint >&-", "the standard output cannot be written: ")]
    [InlineData("rules >&-", "the standard output cannot be written: ")]
    [InlineData("lint --output sarif=/dev/full >/dev/null", "'/dev/full' cannot be written: ")]
    [InlineData("lint --output sarif=/proc/report >/dev/null", "'/proc/report' cannot be written: ")]
    [InlineData("build clean/apps --output /proc/report >/dev/null", "'/proc/report' cannot be written: ")]
    public async Task What_cannot_be_written_is_named(string arguments, string sentence)
    {
        if (!File.Exists("/dev/full"))
            return;

        var run = await Run($"{Program} {arguments}");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"error: {sentence}", run.Error);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("lint nowhere 2>&-", 2)]
    [InlineData("lint nowhere 2>/dev/full", 2)]
    [InlineData("lint >/dev/full 2>&1", 2)]
    [InlineData("lint clean 2>/dev/full", 0)]
    public async Task Where_nobody_hears_the_exit_code_says_it(string arguments, int expected)
    {
        if (!File.Exists("/dev/full"))
            return;

        Assert.Equal(expected, (await Run($"{Program} {arguments}")).ExitCode);
    }

    private static string Program => $"'{TestedProgram.Path}'";

    private Task<ProcessRun> Run(string script) => ProcessRun.Run(repository.Root, Shell, ["-c", script]);
}
