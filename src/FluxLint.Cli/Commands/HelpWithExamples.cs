using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace FluxLint.Cli.Commands;

/// <summary>The usual help of a command, and examples below it.</summary>
/// <param name="usual">The usual help.</param>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    /// <summary>The columns of help that does not go to a terminal.</summary>
    public const int WidthInPipe = 120;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = usual.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        var examples = Examples.Of(command is RootCommand ? "fluxlint" : command.Name);
        var output = parseResult.InvocationConfiguration.Output;
        if (examples.IsEmpty)
            return exitCode;
        output.WriteLine("Examples:");
        foreach (var (commandLine, purpose) in examples)
        {
            output.WriteLine($"  {purpose}:");
            output.WriteLine($"    {commandLine}");
        }
        output.WriteLine();
        return exitCode;
    }
}
