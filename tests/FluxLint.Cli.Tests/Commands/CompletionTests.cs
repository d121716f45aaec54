using FluxLint.Cli.Tests.Terminal;

namespace FluxLint.Cli.Tests.Commands;

/// <summary>Completion of command lines, as bash does it with our script.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("fluxlint-completion-");

    public void Dispose() => directory.Delete(recursive: true);

    [PseudoTerminalFact]
    public async Task Bash_completes_commands_options_values_and_rules()
    {
        var test = $$"""
            fluxlint() { '{{TestedProgram.Path}}' "$@"; }
            source <(fluxlint completion bash)
            try() {
              COMP_LINE=$1; COMP_POINT=${#1}; COMP_WORDS=($1); COMP_CWORD=$2
              _fluxlint
              echo "$1: ${COMPREPLY[*]}"
            }
            try 'fluxlint li' 1
            try 'fluxlint lint --sarif' 2
            try 'fluxlint lint --output m' 3
            try 'fluxlint explain missing-ref' 2
            try 'fluxlint completion ' 2
            """;

        var run = await ProcessRun.Run(directory.FullName, "bash", ["-c", test.ReplaceLineEndings("\n")]);

        Assert.Equal(
            """
            fluxlint li: lint
            fluxlint lint --sarif: --sarif-profile
            fluxlint lint --output m: markdown msbuild
            fluxlint explain missing-ref: missing-reference
            """.ReplaceLineEndings("\n"),
            string.Join('\n', run.Output.Split('\n').Take(4)));
        Assert.All((string[])["bash", "zsh", "fish", "pwsh"], shell => Assert.Contains(shell, run.Output.Split('\n')[4], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task Every_shell_has_a_script(string shell)
    {
        var run = await CommandRun.Of(directory.FullName, "completion", shell);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("[suggest:", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', run.Output);
    }
}
