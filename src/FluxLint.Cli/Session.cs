namespace FluxLint.Cli;

/// <summary>What the command line sees of the process around it.</summary>
internal sealed record Session
{
    /// <summary>Where findings go.</summary>
    public required Stream Output { get; init; }

    /// <summary>Where errors and notes go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The directory that relative paths start from.</summary>
    public required string Directory { get; init; }

    /// <summary>Whether the output may have colours.</summary>
    public bool Color { get; init; }

    /// <summary>Columns of the terminal; null when the output is not one.</summary>
    public int? Width { get; init; }

    public static Session OfProcess()
    {
        var isTerminal = !Console.IsOutputRedirected;
        return new()
        {
            Output = Console.OpenStandardOutput(),
            Error = Console.Error,
            Directory = Environment.CurrentDirectory,
            Color = isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb",
            Width = isTerminal && Console.WindowWidth > 0 ? Console.WindowWidth : null,
        };
    }

    /// <summary>Writes one line to the output.</summary>
    public void Print(string text)
    {
        using var writer = new StreamWriter(Output, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(text);
    }

    /// <summary>Says why the command could not run.</summary>
    public int Fail(string message)
    {
        Error.WriteLine($"error: {message}");
        return ExitCode.CouldNotRun;
    }
}
