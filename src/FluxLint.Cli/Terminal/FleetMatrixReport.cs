using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Kubernetes;
using FluxLint.Reporting;

namespace FluxLint.Cli.Terminal;

/// <summary>Shows which cluster has which release at which version, as a table: one below the other where the terminal is too narrow for all releases.</summary>
internal sealed class FleetMatrixReport(Ansi ansi, int? width)
{
    private const int Gap = 2;
    private const int WidestName = 36;
    private const string Skewed = "*";

    public void Write(FleetMatrix matrix, Stream output)
    {
        using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        if (matrix.Releases.IsEmpty)
        {
            writer.WriteLine(Nothing(matrix));
            return;
        }
        var names = Names(matrix);
        var start = 0;
        while (start < matrix.Releases.Length)
        {
            var end = End(matrix, names, start);
            if (start > 0)
                writer.WriteLine();
            Write(writer, matrix, names, [.. Enumerable.Range(start, end - start)]);
            start = Math.Max(end, 1);
        }
        if (matrix.Rows.Any(row => row.Cells.Any(cell => cell is { IsSkewed: true })))
        {
            writer.WriteLine();
            writer.WriteLine($"{Skewed} most clusters of the class have another version");
        }
    }

    /// <summary>Writes it as a table of Markdown.</summary>
    public static void WriteMarkdown(FleetMatrix matrix, Stream output)
    {
        using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        if (matrix.Releases.IsEmpty)
        {
            writer.WriteLine($"{Nothing(matrix)}.");
            return;
        }
        writer.WriteLine(Line(["Clusters", "Class", .. matrix.Releases.Select(release => Head(matrix, release))]));
        writer.WriteLine($"|{string.Concat(Enumerable.Repeat("---|", matrix.Releases.Length + 2))}");
        foreach (var (row, names) in matrix.Rows.Zip(Names(matrix)))
            writer.WriteLine(Line([string.Join(", ", names), ClassOf(row), .. row.Cells.Select(cell => cell is { IsSkewed: true } ? $"**{Text(cell)}**" : Text(cell))]));
    }

    private static string Nothing(FleetMatrix matrix) => $"there is no HelmRelease in {Summary.Count(matrix.Rows.Sum(row => row.Clusters.Length), "cluster")}";

    private void Write(StreamWriter writer, FleetMatrix matrix, List<ImmutableArray<string>> names, List<int> releases)
    {
        var table = new TextTable(["CLUSTER", "CLASS", .. releases.Select(release => Head(matrix, matrix.Releases[release]))]);
        foreach (var (row, clusters) in matrix.Rows.Zip(names))
        {
            table.Add([clusters[0], ClassOf(row), .. releases.Select(release => row.Cells[release]).Select(cell => Text(cell) + (cell is { IsSkewed: true } ? Skewed : ""))]);
            foreach (var name in clusters.Skip(1))
                table.Add(name);
        }
        table.Write(writer, ansi, width);
    }

    /// <summary>The first release that no longer fits beside those from a start on.</summary>
    private int End(FleetMatrix matrix, List<ImmutableArray<string>> names, int start)
    {
        if (width is not { } limit)
            return matrix.Releases.Length;
        var used = Math.Min(WidestName, names.SelectMany(name => name).Max(DisplayWidth.Of)) + Gap + matrix.Rows.Max(row => DisplayWidth.Of(ClassOf(row)));
        var end = start;
        while (end < matrix.Releases.Length)
        {
            var column = end;
            used += Gap + Math.Max(DisplayWidth.Of(Head(matrix, matrix.Releases[column])), matrix.Rows.Max(row => DisplayWidth.Of(Text(row.Cells[column])) + Skewed.Length));
            if (used > limit && end > start)
                break;
            end++;
        }
        return end;
    }

    private static List<ImmutableArray<string>> Names(FleetMatrix matrix)
    {
        var siblings = matrix.Rows.SelectMany(row => row.Clusters).CountBy(cluster => RepositoryPath.Parent(cluster.Cluster.Name)).ToDictionary();
        return [.. matrix.Rows.Select(row => new ClusterGroup(row.Clusters, [], "").Names(siblings).ToImmutableArray())];
    }

    /// <summary>The name of a release, with its namespace where there are two of the name.</summary>
    private static string Head(FleetMatrix matrix, ObjectKey release) =>
        SafeText.Of(matrix.Releases.Count(other => other.Name == release.Name) > 1 ? $"{release.Namespace}/{release.Name}" : release.Name);

    private static string ClassOf(FleetRow row) => SafeText.Of(row.Clusters[0].Cluster.Class?.Name.Value ?? "");

    private static string Text(FleetCell? cell) => cell is null ? "-" : cell.Version.Length == 0 ? "?" : SafeText.Of(cell.Version);

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |";
}
