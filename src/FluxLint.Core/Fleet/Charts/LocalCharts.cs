using System.Collections.Concurrent;
using FluxLint.Files;

namespace FluxLint.Fleet;

/// <summary>The Helm charts of a repository, each read once. Safe on many threads.</summary>
internal sealed class LocalCharts
{
    private readonly Repository repository;
    private readonly ConcurrentDictionary<string, ReadChart> charts;

    public LocalCharts(Repository repository)
        : this(repository, [])
    {
    }

    private LocalCharts(Repository repository, IEnumerable<KeyValuePair<string, ReadChart>> charts)
    {
        this.repository = repository;
        this.charts = new(charts, StringComparer.Ordinal);
    }

    /// <summary>The charts of the repository after an edit, which keep those that it leaves alone.</summary>
    public LocalCharts With(Repository edited, FileChanges changes) => new(edited, charts.Where(chart => !chart.Value.Reads.AreTouchedBy(changes)));

    /// <summary>Whether changes leave all that was read as it is.</summary>
    public bool Hold(FileChanges changes) => charts.Values.All(chart => !chart.Reads.AreTouchedBy(changes));

    /// <summary>The chart in a directory; null when there is none, or its values cannot be read.</summary>
    public LocalChart? Find(string directory) => charts.GetOrAdd(directory, Read).Chart;

    private ReadChart Read(string directory)
    {
        var reads = new FileReads();
        return new(new LocalChartReader(repository.Noting(reads)).Read(directory), reads);
    }

    private sealed record ReadChart(LocalChart? Chart, FileReads Reads);
}
