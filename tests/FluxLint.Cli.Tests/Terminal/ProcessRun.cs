using System.Diagnostics;

namespace FluxLint.Cli.Tests.Terminal;

/// <summary>One run of the command in a process of its own: what came out of it, and its exit code.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">The standard output as it came.</param>
/// <param name="Error">The standard error as it came.</param>
internal sealed record ProcessRun(int ExitCode, string Output, string Error)
{
    public const string Script = "/usr/bin/script";

    // What these say of the machine that the tests run on must not change what they show.
    private static readonly string[] Ambient =
        ["NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "NO_HYPERLINKS", "FORCE_HYPERLINK", "CI", "TMUX", "STY", "WT_SESSION", "TERM_PROGRAM", "VTE_VERSION", "COLUMNS", "GITHUB_ACTIONS"];

    /// <summary>Runs in a terminal of 80 columns. Notes go elsewhere: how far a lint is would show on a slow machine only.</summary>
    public static Task<ProcessRun> InTerminal(string directory, string arguments, params (string Name, string Value)[] variables) =>
        Run(directory, Script, ["-qec", $"stty cols 80 rows 24; exec '{TestedProgram.Path}' {arguments} 2>/dev/null", "/dev/null"], variables);

    /// <summary>Runs in a pipe.</summary>
    public static Task<ProcessRun> InPipe(string directory, string arguments, params (string Name, string Value)[] variables) =>
        Run(directory, TestedProgram.Path, arguments.Split(' '), variables);

    /// <summary>Runs a program.</summary>
    public static async Task<ProcessRun> Run(string directory, string program, IEnumerable<string> arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = directory, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in Ambient)
            start.Environment.Remove(name);
        start.Environment["TERM"] = "xterm-256color";
        // Nothing of a test stays with the user, and nothing of the user has a say in it.
        start.Environment["XDG_CACHE_HOME"] = "/dev/null";
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start);
        Assert.NotNull(process);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, output, await error);
    }

    /// <summary>The output with its escapes readable, and without those that the runtime sets the keypad with.</summary>
    public string Shown => Output.Replace("\e[?1h\e=", "", StringComparison.Ordinal).ReplaceLineEndings("\n").Replace('\e', '␛').Replace('\a', '␇');
}
