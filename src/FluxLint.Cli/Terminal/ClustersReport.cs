using System.Collections.Immutable;
using System.Globalization;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Reporting;

namespace FluxLint.Cli.Terminal;

/// <summary>Shows clusters as a table with a line for those that are alike, and then their releases.</summary>
internal sealed class ClustersReport(Ansi ansi, int? width)
{
    private const string Gap = "  ";

    public void Write(ImmutableArray<ClusterOverview> clusters, Stream output)
    {
        using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        var groups = ClusterGroup.Of(clusters).ToList();
        var siblings = clusters.GroupBy(cluster => RepositoryPath.Parent(cluster.Cluster.Name)).ToDictionary(group => group.Key, group => group.Count());
        var table = new TextTable("CLUSTER", "COUNT", "CLASS", "OBJECTS", "KUSTOMIZATIONS", "RELEASES", "FOUND BY", "NOT KNOWN") { RightAligned = [1, 3, 4, 5] };
        foreach (var group in groups)
        {
            var first = group.Clusters[0];
            var names = group.Names(siblings).ToList();
            table.Add(names[0], Number(group.Clusters.Length), SafeText.Of(first.Cluster.Class?.Name.Value ?? ""), Number(first.Objects), Number(first.Kustomizations.Length), Number(first.Releases.Length), group.Evidence, group.Unknown);
            foreach (var name in names.Skip(1))
                table.Add(name);
        }
        table.Write(writer, ansi, width);
        WriteReleases(writer, groups, siblings, clusters.Length);
    }

    /// <summary>The releases that most clusters have, and of the others what is different, or all where that says it shorter.</summary>
    private void WriteReleases(StreamWriter writer, List<ClusterGroup> groups, Dictionary<string, int> siblings, int count)
    {
        if (groups.TrueForAll(group => group.Releases.IsEmpty))
            return;
        var alike = groups
            .GroupBy(group => string.Join('\n', group.Releases))
            .Select(same => same.First() with { Clusters = [.. same.SelectMany(group => group.Clusters).OrderBy(cluster => cluster.Cluster.Directory, StringComparer.Ordinal)] })
            .OrderByDescending(group => group.Clusters.Length)
            .ToList();
        var most = alike[0].Releases;
        foreach (var group in alike)
        {
            ImmutableArray<string> added = [.. group.Releases.Except(most)];
            ImmutableArray<string> missing = [.. most.Except(group.Releases)];
            var isShorter = group != alike[0] && added.Length + missing.Length < group.Releases.Length;
            writer.WriteLine();
            if (alike.Count == 1)
                writer.WriteLine(count == 1 ? "Releases" : $"Releases of all {Number(count)} clusters");
            else
                WrappedList.Write(writer, isShorter ? "The same with changes in " : "Releases of ", group.Names(siblings), width);
            if (isShorter)
            {
                WriteList(writer, "with     ", added);
                WriteList(writer, "without  ", missing);
            }
            else
            {
                WriteList(writer, "", group.Releases.IsEmpty ? ["none"] : group.Releases);
            }
        }
    }

    private void WriteList(StreamWriter writer, string head, ImmutableArray<string> names)
    {
        if (!names.IsEmpty)
            WrappedList.Write(writer, Gap + head, names, width);
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
