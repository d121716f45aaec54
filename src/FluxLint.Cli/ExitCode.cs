namespace FluxLint.Cli;

/// <summary>What the process says when it ends.</summary>
internal static class ExitCode
{
    public const int Clean = 0;

    public const int Findings = 1;

    /// <summary>Wrong usage, no repository, or an output that cannot be written.</summary>
    public const int CouldNotRun = 2;

    /// <summary>Ended by Ctrl+C: 128 and the number of the signal, as shells have it.</summary>
    public const int Interrupted = 130;

    /// <summary>Ended by the system or another program.</summary>
    public const int Terminated = 143;
}
