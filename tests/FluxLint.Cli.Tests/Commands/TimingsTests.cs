namespace FluxLint.Cli.Tests.Commands;

/// <summary><c>fluxlint lint --timings</c>.</summary>
public sealed class TimingsTests
{
    [Fact]
    public async Task Stages_and_slow_rules_are_shown_beside_the_report()
    {
        var plain = await CommandRun.Of(TemporaryFleet.Original, "lint");
        var timed = await CommandRun.Of(TemporaryFleet.Original, "lint", "--timings");

        Assert.Equal((plain.ExitCode, plain.Output, ""), (timed.ExitCode, timed.Output, plain.Error));
        var lines = timed.Error.Split('\n');
        Assert.Equal(
            ["start", "look for files", "read and parse", "build clusters", "build the rest", "check", "report", "total"],
            lines.TakeWhile(line => line.Length > 0).Select(line => line[..40].TrimEnd()));
        Assert.Equal("the 10 slowest rules, time of all threads:", lines[9]);
        Assert.All(lines[10..20], line => Assert.Matches("^FLX[0-9]{4} [a-z0-9-]+ +[0-9,]+\\.[0-9] ms$", line));
        Assert.Equal(["", ""], lines[20..].Append(""));
    }

    [Fact]
    public async Task Only_one_lint_is_timed()
    {
        var run = await CommandRun.Of(TemporaryFleet.Original, "lint", "--timings", "--fix");

        Assert.Equal((2, "error: --timings goes with none of --fix, --diff and --watch\n"), (run.ExitCode, run.Error));
    }
}
