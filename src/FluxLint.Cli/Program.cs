using FluxLint.Cli;

try
{
    using var interruption = new Interruption();
    return await interruption.Run(cancellation => FluxLintCommand.Run(Session.OfProcess(), args, cancellation));
}
// Only the session looks for a file before anything is caught: the directory that it starts in.
catch (FileNotFoundException)
{
    Console.Error.WriteLine("error: the current directory does not exist");
    return ExitCode.CouldNotRun;
}
