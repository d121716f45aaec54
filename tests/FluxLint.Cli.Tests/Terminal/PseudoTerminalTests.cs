using System.Text.RegularExpressions;
using FluxLint.Cli.Tests.Commands;

namespace FluxLint.Cli.Tests.Terminal;

/// <summary>What a real terminal of 80 columns shows, and what a pipe gets of the same.</summary>
public sealed partial class PseudoTerminalTests : IDisposable
{
    private readonly TemporaryFleet fleet = new TemporaryFleet()
        .Edit("infrastructure/base/reflector/kustomization.yaml", "namespace: shared-system", "namespace: reflector");

    public void Dispose() => fleet.Dispose();

    [PseudoTerminalFact]
    public async Task A_terminal_shows_colours_and_short_lines()
    {
        var run = await ProcessRun.InTerminal(fleet.Root, "lint");

        Assert.Equal(1, run.ExitCode);
        await Verifier.Verify(Stable(run));
    }

    [PseudoTerminalFact]
    public async Task A_pipe_gets_plain_text_and_whole_lines()
    {
        var run = await ProcessRun.InPipe(fleet.Root, "lint");

        Assert.Equal(1, run.ExitCode);
        await Verifier.Verify(Stable(run));
    }

    [PseudoTerminalFact]
    public async Task A_terminal_that_can_shows_links() =>
        await Verifier.Verify(Stable(await ProcessRun.InTerminal(fleet.Root, "lint", ("FORCE_HYPERLINK", "1"))));

    [PseudoTerminalFact]
    public async Task A_terminal_shows_help_in_its_width() => await Verifier.Verify((await ProcessRun.InTerminal(fleet.Root, "lint --help")).Shown);

    [PseudoTerminalFact]
    public async Task A_terminal_shows_no_escape_when_it_is_not_wanted()
    {
        foreach (var (arguments, variables) in ((string, (string, string)[])[])[("lint", [("NO_COLOR", "1")]), ("lint --color never", [("FORCE_HYPERLINK", "1")]), ("lint", [("TERM", "dumb")])])
            Assert.DoesNotContain('␛', (await ProcessRun.InTerminal(fleet.Root, arguments, variables)).Shown);
    }

    [PseudoTerminalFact]
    public async Task A_pipe_gets_colours_when_it_asks() =>
        Assert.Contains("\e[1;31m", (await ProcessRun.InPipe(fleet.Root, "lint", ("FORCE_COLOR", "1"))).Output, StringComparison.Ordinal);

    // The number of rules grows, and the fleet lies elsewhere each time.
    private string Stable(ProcessRun run) => Rules().Replace(run.Shown.Replace(fleet.Root, "/fleet", StringComparison.Ordinal), "{rules} rules");

    [GeneratedRegex("[0-9]+ rules")]
    private static partial Regex Rules();
}
