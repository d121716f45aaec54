using FluxLint.Cli.Terminal;

namespace FluxLint.Cli.Tests.Terminal;

public sealed class ProgressLineTests
{
    [Fact]
    public void A_short_lint_shows_nothing()
    {
        using var terminal = new StringWriter();
        using (var line = new ProgressLine(terminal, TimeSpan.FromHours(1)))
            line.Report(new(LintStage.Reading, 1, 2));

        Assert.Equal("", terminal.ToString());
    }

    [Fact]
    public async Task A_long_one_shows_how_far_it_is_and_takes_the_line_away()
    {
        using var terminal = new StringWriter();
        using (var line = new ProgressLine(TextWriter.Synchronized(terminal), TimeSpan.Zero))
        {
            line.Report(new(LintStage.Reading, 1_840, 2_000));
            line.Report(new(LintStage.Reading, 1_839, 2_000));
            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        Assert.EndsWith("\r\e[Kreading files: 1,840 of 2,000\r\e[K", terminal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LintStage.Reading, 0, "looking for files")]
    [InlineData(LintStage.Building, 0, "building clusters")]
    [InlineData(LintStage.Checking, 0, "checking")]
    public void Says_what_is_done(LintStage stage, int total, string text) => Assert.Equal(text, ProgressLine.Text(new(stage, 0, total)));
}
