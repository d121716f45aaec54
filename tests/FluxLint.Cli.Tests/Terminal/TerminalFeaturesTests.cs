using FluxLint.Cli.Terminal;

namespace FluxLint.Cli.Tests.Terminal;

public sealed class TerminalFeaturesTests
{
    [Theory]
    [InlineData(true, "", true)]
    [InlineData(false, "", false)]
    [InlineData(true, "TERM=dumb", false)]
    [InlineData(true, "NO_COLOR=1", false)]
    [InlineData(true, "NO_COLOR=", true)]
    [InlineData(true, "FORCE_COLOR=0", false)]
    [InlineData(false, "FORCE_COLOR=1", true)]
    [InlineData(false, "FORCE_COLOR=", false)]
    [InlineData(false, "CLICOLOR_FORCE=1", true)]
    [InlineData(false, "CLICOLOR_FORCE=0", false)]
    [InlineData(false, "CLICOLOR_FORCE=1 NO_COLOR=1", false)]
    public void Colours_follow_the_conventions(bool isTerminal, string variables, bool expected) =>
        Assert.Equal(expected, Of(isTerminal, variables).Color);

    [Theory]
    [InlineData(true, "", false)]
    [InlineData(true, "TERM=xterm-256color", false)]
    [InlineData(true, "TERM=xterm-kitty", true)]
    [InlineData(true, "TERM_PROGRAM=vscode", true)]
    [InlineData(true, "TERM_PROGRAM=Apple_Terminal", false)]
    [InlineData(true, "VTE_VERSION=7006", true)]
    [InlineData(true, "VTE_VERSION=5000", false)]
    [InlineData(true, "WT_SESSION=1", true)]
    [InlineData(false, "WT_SESSION=1", false)]
    [InlineData(true, "WT_SESSION=1 CI=true", false)]
    [InlineData(true, "WT_SESSION=1 TMUX=1", false)]
    [InlineData(true, "WT_SESSION=1 NO_COLOR=1", false)]
    [InlineData(true, "WT_SESSION=1 NO_HYPERLINKS=1", false)]
    [InlineData(true, "WT_SESSION=1 FORCE_HYPERLINK=0", false)]
    [InlineData(false, "FORCE_HYPERLINK=1", true)]
    public void Links_are_written_only_where_they_are_known_to_work(bool isTerminal, string variables, bool expected) =>
        Assert.Equal(expected, Of(isTerminal, variables).Hyperlinks);

    private static TerminalFeatures Of(bool isTerminal, string variables)
    {
        var values = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        return TerminalFeatures.Of(isTerminal, name => values.GetValueOrDefault(name));
    }
}
