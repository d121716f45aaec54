using System.Text;

namespace FluxLint.Cli.Tests.Commands;

/// <summary>One run of the command line in this process: what it printed, and its exit code.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static CommandRun Of(string directory, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var session = new Session { Output = output, Error = error, Directory = directory };
        var exitCode = FluxLintCommand.Create(session).Parse(arguments).Invoke(new() { Output = error, Error = error });
        return new(exitCode, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
