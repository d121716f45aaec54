using System.Text;

namespace FluxLint.Cli.Tests.Commands;

/// <summary>One run of the command line in this process: what it printed, and its exit code.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static Task<CommandRun> Of(string directory, params string[] arguments) => Of(directory, color: false, arguments);

    public static Task<CommandRun> InColor(string directory, params string[] arguments) => Of(directory, color: true, arguments);

    private static async Task<CommandRun> Of(string directory, bool color, string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var session = new Session { Output = output, Error = error, Directory = directory, Color = color };
        var exitCode = await FluxLintCommand.Run(session, arguments);
        return new(exitCode, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
