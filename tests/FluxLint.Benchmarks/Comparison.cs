using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace FluxLint.Benchmarks;

/// <summary>Times whole processes of <c>fluxlint lint</c> over fleets of growing size, program against program in turns, and beside a loop of <c>kubectl kustomize</c>.</summary>
internal sealed class Comparison(IReadOnlyList<Candidate> candidates)
{
    private static readonly int[] Sizes = [60, 600, 2000, 6000, 10000];

    // A loop over thousands of clusters would take minutes.
    private const int LargestLoop = 60;

    /// <summary>Compares programs, and prints the tables and the chart of the page.</summary>
    /// <param name="programs">Each as <c>NAME=PATH</c>, the one that the others are compared with first.</param>
    public static int Run(IEnumerable<string> programs)
    {
        var directory = Directory.CreateTempSubdirectory("fluxlint-fleets-").FullName;
        try
        {
            new Comparison([.. programs.Select(Candidate.Parse)]).Print(directory);
            return 0;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private void Print(string directory)
    {
        Console.WriteLine($"| clusters | files | {string.Join(" | ", candidates.Select(candidate => $"{candidate.Name}: time | memory"))} | kubectl kustomize, in a loop |");
        Console.WriteLine($"|{string.Concat(Enumerable.Repeat("---|", (candidates.Count * 2) + 3))}");
        var medians = Sizes.Select(size => Compare(size, Path.Combine(directory, size.ToString(CultureInfo.InvariantCulture)))).ToList();
        Console.WriteLine();
        Console.WriteLine("```mermaid");
        Console.WriteLine("xychart-beta");
        Console.WriteLine("    title \"Seconds by thousands of clusters\"");
        Console.WriteLine($"    x-axis [{string.Join(", ", Sizes.Select(size => (size / 1000.0).ToString("0.##", CultureInfo.InvariantCulture)))}]");
        for (var i = 0; i < candidates.Count; i++)
            Console.WriteLine($"    line [{string.Join(", ", medians.Select(row => row[i].TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture)))}]");
        Console.WriteLine("```");
    }

    /// <summary>The median time of each program, which take turns so that whatever else the machine does reaches all of them.</summary>
    private TimeSpan[] Compare(int size, string fleet)
    {
        var files = FleetGenerator.Write(size, fleet);
        var runs = size > 1000 ? 3 : 7;
        var times = candidates.Select(_ => new List<TimeSpan>()).ToList();
        for (var run = 0; run <= runs; run++)
        {
            for (var i = 0; i < candidates.Count; i++)
            {
                var time = candidates[i].Lint(fleet).Time;
                // The first run reads the files from the disk.
                if (run > 0)
                    times[i].Add(time);
            }
        }
        var medians = times.Select(measured => measured.Order().ElementAt(runs / 2)).ToArray();
        var cells = candidates.Select((candidate, i) => $"{Seconds(medians[i])} ({Seconds(times[i].Min())} to {Seconds(times[i].Max())}) | {candidate.Lint(fleet, watched: true).Memory / 1048576.0:N0} MiB");
        Console.WriteLine($"| {size:N0} | {files:N0} | {string.Join(" | ", cells)} | {Loop(size, fleet, medians[^1])} |");
        return medians;
    }

    private static string Loop(int size, string fleet, TimeSpan lint)
    {
        if (size > LargestLoop)
            return "";
        try
        {
            var watch = Stopwatch.StartNew();
            foreach (var cluster in Directory.EnumerateFiles(Path.Combine(fleet, "clusters"), "kustomization.yaml", SearchOption.AllDirectories))
                Candidate.Start("kubectl", ["kustomize", Path.GetDirectoryName(cluster) ?? ""]);
            return $"{Seconds(watch.Elapsed)}, {watch.Elapsed / lint:N0} times as long";
        }
        catch (Win32Exception)
        {
            return "kubectl is not on the path";
        }
    }

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.000} s");
}
