using System.Collections.Immutable;
using System.Globalization;
using FluxLint.Cli.Caching;
using FluxLint.Cli.Packs;
using FluxLint.Cli.Terminal;
using FluxLint.Reporting;

namespace FluxLint.Cli;

/// <summary>What the command line sees of the process around it.</summary>
internal sealed record Session
{
    /// <summary>What a terminal has that does not tell.</summary>
    private const int UsualWidth = 80;

    private static readonly TimeSpan ProgressDelay = TimeSpan.FromSeconds(1);

    /// <summary>Where findings go.</summary>
    public required Stream Output { get; init; }

    /// <summary>Where errors and notes go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Where a file may come from that is not saved.</summary>
    public Stream Input { get; init; } = Stream.Null;

    /// <summary>The directory that relative paths start from.</summary>
    public required string Directory { get; init; }

    /// <summary>Whether the output may have colours.</summary>
    public bool Color { get; init; }

    /// <summary>Whether the output may have links.</summary>
    public bool Hyperlinks { get; init; }

    /// <summary>Columns of the terminal; null when the output is not one.</summary>
    public int? Width { get; init; }

    /// <summary>Whether errors and notes go to a terminal.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Whether nothing but findings and errors is to be said.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>The file that GitHub Actions shows as the summary of the job; null elsewhere.</summary>
    public string? StepSummary { get; init; }

    /// <summary>Tells what day it is.</summary>
    public Func<DateOnly> Today { get; init; } = static () => DateOnly.FromDateTime(DateTime.Now);

    /// <summary>Where the user keeps what lints gave; null for nowhere.</summary>
    public CacheDirectory? Cache { get; init; }

    /// <summary>The command line, for a program that runs it in place of this one.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The packs that the user has allowed for good.</summary>
    public PackPermission AllowedPacks { get; init; } = PackPermission.None;

    /// <summary>The folder that NuGet unpacks packages in.</summary>
    public string PackageFolder { get; init; } = PackPermission.FolderOf(static _ => null);

    /// <summary>What rules of packs may take.</summary>
    public PackLimits PackLimits { get; init; } = PackLimits.Usual;

    public static Session OfProcess()
    {
        var isTerminal = !Console.IsOutputRedirected;
        var features = TerminalFeatures.Of(isTerminal, Environment.GetEnvironmentVariable);
        return new()
        {
            Input = Console.OpenStandardInput(),
            Output = Console.OpenStandardOutput(),
            Error = TextWriter.Synchronized(new StreamWriter(new UnheardStream(Console.OpenStandardError()), Console.OutputEncoding) { AutoFlush = true }),
            Directory = Environment.CurrentDirectory,
            Color = features.Color,
            Hyperlinks = features.Hyperlinks,
            Width = isTerminal ? TerminalWidth() : null,
            IsErrorTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
            StepSummary = Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true" ? Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY") : null,
            Cache = CacheDirectory.Of(Environment.GetEnvironmentVariable),
            AllowedPacks = PackPermission.Of(Environment.GetEnvironmentVariable(PackPermission.Variable)),
            PackageFolder = PackPermission.FolderOf(Environment.GetEnvironmentVariable),
        };
    }

    /// <summary>The session with colours as the user wants them; <c>auto</c> leaves it to the environment.</summary>
    public Session WithColor(string choice) => choice switch
    {
        "always" => this with { Color = true },
        "never" => this with { Color = false, Hyperlinks = false },
        _ => this,
    };

    /// <summary>Writes one line to the output.</summary>
    public void Print(string text)
    {
        using var writer = new StreamWriter(Output, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(text);
    }

    /// <summary>Reads the standard input to its end.</summary>
    public ImmutableArray<byte> ReadInput()
    {
        using var content = new MemoryStream();
        Input.CopyTo(content);
        return [.. content.ToArray()];
    }

    /// <summary>Says something beside the findings, unless that is not wanted.</summary>
    public void Note(string text)
    {
        if (!IsQuiet)
            Error.WriteLine(text);
    }

    /// <summary>Says why the command could not run.</summary>
    public int Fail(string message)
    {
        Error.WriteLine($"error: {SafeText.Of(message)}");
        return ExitCode.CouldNotRun;
    }

    /// <summary>A line that tells how far a lint is; null where nobody would see it.</summary>
    public ProgressLine? StartProgress() => IsErrorTerminal && !IsQuiet ? new(Error, ProgressDelay) : null;

    private static int TerminalWidth() =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0 ? columns
        : Console.WindowWidth > 0 ? Console.WindowWidth
        : UsualWidth;
}
