using System.Text;

namespace FluxLint.Cli.Tests.Commands;

/// <summary>One run of the command line in this process: what it printed, and its exit code.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static Task<CommandRun> Of(string directory, params string[] arguments) => Of(session => session, directory, arguments);

    public static Task<CommandRun> InColor(string directory, params string[] arguments) => Of(session => session with { Color = true }, directory, arguments);

    /// <summary>Runs in other surroundings than a pipe.</summary>
    public static async Task<CommandRun> Of(Func<Session, Session> surroundings, string directory, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var session = surroundings(new() { Output = output, Error = error, Directory = directory });
        var exitCode = await FluxLintCommand.Run(session, arguments);
        return new(exitCode, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
