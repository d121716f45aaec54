namespace FluxLint.Cli;

/// <summary>What the process says when it ends.</summary>
internal static class ExitCode
{
    public const int Clean = 0;

    public const int Findings = 1;

    /// <summary>Wrong usage, no repository, or an output that cannot be written.</summary>
    public const int CouldNotRun = 2;
}
