using System.ComponentModel;
using System.Diagnostics;

namespace FluxLint.Benchmarks;

/// <summary>Times the whole process of <c>fluxlint lint</c> beside a loop of <c>kubectl kustomize</c> over the clusters of a fleet.</summary>
internal static class Comparison
{
    private const int Runs = 7;

    public static int Run(string directory, string tool)
    {
        var clusters = Directory.GetFiles(Path.Combine(directory, "clusters"), "kustomization.yaml", SearchOption.AllDirectories)
            .Select(file => Path.GetDirectoryName(file) ?? "")
            .Order(StringComparer.Ordinal)
            .ToArray();
        var log = Path.GetTempFileName();
        string[] arguments = ["lint", directory, "--output", $"sarif={log}"];
        Start(tool, arguments);
        var lint = Enumerable.Range(0, Runs).Select(_ => Start(tool, arguments)).Order().ToArray();
        var memory = PeakMemory(tool, arguments);
        File.Delete(log);
        Console.WriteLine($"fluxlint lint          min {lint[0].TotalMilliseconds,8:N0} ms   median {lint[Runs / 2].TotalMilliseconds,8:N0} ms   max {lint[^1].TotalMilliseconds,8:N0} ms   peak {memory / 1048576.0:N0} MiB");
        try
        {
            var watch = Stopwatch.StartNew();
            foreach (var cluster in clusters)
                Start("kubectl", ["kustomize", cluster]);
            Console.WriteLine($"{clusters.Length} x kubectl kustomize {watch.Elapsed.TotalMilliseconds:N0} ms: {watch.Elapsed / lint[Runs / 2]:N0} times the median");
        }
        catch (Win32Exception)
        {
            Console.WriteLine("kubectl is not on the path");
        }
        return 0;
    }

    private static TimeSpan Start(string program, string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Begin(program, arguments);
        process.WaitForExit();
        return process.ExitCode is 0 or 1 ? watch.Elapsed : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }

    private static Process Begin(string program, string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true }) ?? throw new InvalidOperationException($"{program} did not start");
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    /// <summary>The most memory that was resident at once, in bytes, in a run of its own: looking on costs time.</summary>
    private static long PeakMemory(string program, string[] arguments)
    {
        using var process = Begin(program, arguments);
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
