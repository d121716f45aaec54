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
    public void A_long_one_shows_how_far_it_is_and_takes_the_line_away()
    {
        using var text = new StringWriter();
        var terminal = TextWriter.Synchronized(text);
        using (var line = new ProgressLine(terminal, TimeSpan.Zero))
        {
            line.Report(new(LintStage.Reading, 1_840, 2_000));
            line.Report(new(LintStage.Reading, 1_839, 2_000));
            Assert.True(SpinWait.SpinUntil(() => Shown().Contains("1,840 of 2,000", StringComparison.Ordinal), TimeSpan.FromSeconds(60)));
        }

        Assert.EndsWith("\r\e[Kreading files: 1,840 of 2,000\r\e[K", Shown(), StringComparison.Ordinal);

        string Shown()
        {
            // What a synchronised writer writes it writes under its own lock.
            lock (terminal)
                return text.ToString();
        }
    }

    [Fact]
    public void Says_what_is_done()
    {
        Assert.Equal("looking for files", ProgressLine.Text(new(LintStage.Reading, 0, 0)));
        Assert.Equal("building clusters", ProgressLine.Text(new(LintStage.Building, 0, 0)));
        Assert.Equal("checking", ProgressLine.Text(new(LintStage.Checking, 0, 0)));
    }
}
