using System.Text.Json;

namespace FluxLint.Cli.Tests.Commands;

/// <summary>What the options of <c>lint</c> change.</summary>
public sealed class OptionTests : IDisposable
{
    private readonly TemporaryFleet fleet = new();

    public OptionTests()
    {
        fleet.Edit("infrastructure/base/external-dns/helmrelease.yaml", "      version: 1.21.1\n", "");
        fleet.Edit("infrastructure/base/reflector/kustomization.yaml", "namespace: shared-system", "namespace: reflector");
    }

    public void Dispose() => fleet.Dispose();

    [Theory]
    [InlineData("", "FLX3001 FLX6002")]
    [InlineData("--select FLX3", "FLX3001")]
    [InlineData("--select FLX3001,FLX6002", "FLX3001 FLX6002")]
    [InlineData("--select FLX3 --select FLX6", "FLX3001 FLX6002")]
    [InlineData("--ignore unpinned-chart-version", "FLX6002")]
    [InlineData("--select FLX6 --ignore FLX6002", "")]
    public async Task Rules_are_selected_and_ignored(string options, string errors)
    {
        var run = await Lint(options);

        using var json = JsonDocument.Parse(run.Output);
        var found = json.RootElement.GetProperty("diagnostics").EnumerateArray().Where(finding => finding.GetProperty("severity").GetString() == "error");
        Assert.Equal(errors, string.Join(' ', found.Select(finding => finding.GetProperty("id").GetString()).Distinct().Order()));
        Assert.Equal(errors.Length > 0 ? 1 : 0, run.ExitCode);
    }

    [Fact]
    public async Task The_preset_of_the_command_line_is_stronger_than_the_configured_one()
    {
        var configured = fleet.Read("fluxlint.yaml");
        fleet.Write("fluxlint.yaml", configured.Contains("preset:", StringComparison.Ordinal) ? configured : $"preset: all\n{configured}");

        var all = await Lint("--preset all");
        var recommended = await Lint("--preset recommended");

        Assert.True(Rules(all) > Rules(recommended), $"{Rules(all)} rules are not more than {Rules(recommended)}");

        static int Rules(CommandRun run)
        {
            using var json = JsonDocument.Parse(run.Output);
            return json.RootElement.GetProperty("summary").GetProperty("rules").GetInt32();
        }
    }

    [Fact]
    public async Task Quiet_leaves_findings_alone()
    {
        var run = await CommandRun.Of(fleet.Root, "lint", "--quiet");
        var clean = await CommandRun.Of(TemporaryFleet.Original, "lint", "-q");

        Assert.DoesNotContain("clusters, ", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("error FLX3001: ", run.Output, StringComparison.Ordinal);
        Assert.Equal((0, "", ""), (clean.ExitCode, clean.Output, clean.Error));
    }

    [Theory]
    [InlineData(true, "auto", true)]
    [InlineData(true, "never", false)]
    [InlineData(false, "always", true)]
    [InlineData(false, "auto", false)]
    public async Task Colour_is_as_asked_for(bool isColor, string choice, bool expected)
    {
        var run = await CommandRun.Of(session => session with { Color = isColor }, fleet.Root, "lint", "--color", choice);

        Assert.Equal(expected, run.Output.Contains('\e'));
    }

    [Fact]
    public async Task A_log_for_GitHub_leaves_out_what_GitHub_does_not_show()
    {
        var full = await CommandRun.Of(fleet.Root, "lint", "--output", "sarif");
        var github = await CommandRun.Of(fleet.Root, "lint", "--output", "sarif", "--sarif-profile", "github");

        Assert.Contains("\"clusterCount\": 65", full.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\"clusterCount\"", github.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Annotations_come_with_a_summary_of_the_job()
    {
        var summary = Path.Combine(fleet.Root, "summary.md");
        await File.WriteAllTextAsync(summary, "before\n");

        var run = await CommandRun.Of(session => session with { StepSummary = summary }, fleet.Root, "lint", "--output", "github");

        var text = await File.ReadAllTextAsync(summary);
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("before\n## FluxLint: 2 errors\n", text, StringComparison.Ordinal);
        Assert.Contains("| prod-region-1/weu-01 | production | ", text, StringComparison.Ordinal);
        Assert.Contains("cert-manager v", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_formats_leave_the_summary_of_the_job_alone()
    {
        var summary = Path.Combine(fleet.Root, "summary.md");

        await CommandRun.Of(session => session with { StepSummary = summary }, fleet.Root, "lint", "--output", "markdown");

        Assert.False(File.Exists(summary));
    }

    private Task<CommandRun> Lint(string options) =>
        CommandRun.Of(fleet.Root, ["lint", "--output", "json", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
}
