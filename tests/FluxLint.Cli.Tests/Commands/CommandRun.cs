using System.Text;
using FluxLint.Cli.Tests.Terminal;

namespace FluxLint.Cli.Tests.Commands;

/// <summary>One run of the command line: what it printed, and its exit code. It is this process that runs it, unless the tests are told of a program.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static Task<CommandRun> Of(string directory, params string[] arguments) =>
        TestedProgram.IsNamed ? Of(TestedProgram.Path, directory, arguments) : Of(session => session, directory, arguments);

    public static Task<CommandRun> InColor(string directory, params string[] arguments) =>
        TestedProgram.IsNamed ? Of(TestedProgram.Path, directory, arguments, ("FORCE_COLOR", "1")) : Of(session => session with { Color = true }, directory, arguments);

    /// <summary>Runs in other surroundings than a pipe, which only this process can have.</summary>
    public static async Task<CommandRun> Of(Func<Session, Session> surroundings, string directory, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var session = surroundings(new() { Output = output, Error = error, Directory = directory });
        var exitCode = await FluxLintCommand.Run(session, arguments);
        return new(exitCode, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    private static async Task<CommandRun> Of(string program, string directory, string[] arguments, params (string Name, string Value)[] variables)
    {
        var run = await ProcessRun.Run(directory, program, arguments, variables);
        return new(run.ExitCode, run.Output, run.Error);
    }
}
