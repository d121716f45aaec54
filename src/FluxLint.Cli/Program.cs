using FluxLint.Cli;

try
{
    return await FluxLintCommand.Run(Session.OfProcess(), args);
}
// Only the session looks for a file before anything is caught: the directory that it starts in.
catch (FileNotFoundException)
{
    Console.Error.WriteLine("error: the current directory does not exist");
    return ExitCode.CouldNotRun;
}
