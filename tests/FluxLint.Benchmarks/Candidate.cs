using System.Diagnostics;

namespace FluxLint.Benchmarks;

/// <summary>A program that is compared with others.</summary>
/// <param name="Name">What it is called in the tables.</param>
/// <param name="Path">The program.</param>
internal sealed record Candidate(string Name, string Path)
{
    /// <summary>Reads <c>NAME=PATH</c>.</summary>
    public static Candidate Parse(string text) =>
        text.Split('=', 2) is [var name, var path] ? new(name, path) : throw new ArgumentException($"'{text}' is not of the form NAME=PATH");

    /// <summary>Lints a fleet and writes SARIF.</summary>
    /// <param name="fleet">The directory.</param>
    /// <param name="watched">Whether to look at the memory, which costs time.</param>
    public (TimeSpan Time, long Memory) Lint(string fleet, bool watched = false)
    {
        var log = System.IO.Path.GetTempFileName();
        try
        {
            return Start(Path, ["lint", fleet, "--output", $"sarif={log}"], watched);
        }
        finally
        {
            File.Delete(log);
        }
    }

    /// <summary>Runs a program: how long it takes, and the most bytes that were resident at once; 0 when nobody watches.</summary>
    public static (TimeSpan Time, long Memory) Start(string program, string[] arguments, bool watched = false)
    {
        var watch = Stopwatch.StartNew();
        // In CI a lint keeps no cache, which would answer all runs but the first.
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, Environment = { ["CI"] = "true" } };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        var peak = watched ? PeakMemory(process) : 0;
        process.WaitForExit();
        return process.ExitCode is 0 or 1 ? (watch.Elapsed, peak) : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }

    private static long PeakMemory(Process process)
    {
        var peak = 0L;
        while (!process.WaitForExit(1))
        {
            process.Refresh();
            try
            {
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }
            catch (InvalidOperationException)
            {
                break;
            }
        }
        return peak;
    }
}
