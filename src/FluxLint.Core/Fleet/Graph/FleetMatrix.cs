using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Kubernetes;

namespace FluxLint.Fleet;

/// <summary>Which cluster has which release at which version; clusters that are alike are one row.</summary>
/// <param name="Releases">The releases, by name.</param>
/// <param name="Rows">The rows, in the order of the first cluster of each.</param>
internal sealed record FleetMatrix(ImmutableArray<ObjectKey> Releases, ImmutableArray<FleetRow> Rows)
{
    /// <summary>Puts together what clusters have.</summary>
    public static FleetMatrix Of(ImmutableArray<ClusterOverview> clusters)
    {
        ImmutableArray<ObjectKey> releases =
        [
            .. clusters.SelectMany(cluster => cluster.Releases).Select(chart => chart.Release.Resource.Key).Distinct()
                .OrderBy(key => key.Name, StringComparer.Ordinal).ThenBy(key => key.Namespace, StringComparer.Ordinal),
        ];
        var shown = new Dictionary<ObjectKey, ObjectKey>();
        foreach (var release in clusters.SelectMany(cluster => cluster.Releases).Select(chart => chart.Release.Resource))
            shown.TryAdd(release.Key, release.Key with { Namespace = release.ShownId.Namespace, Name = release.ShownId.Name });
        var usual = UsualVersions(clusters);
        var rows =
            from cluster in clusters
            let charts = cluster.Releases.ToDictionary(chart => chart.Release.Resource.Key)
            let cells = releases.Select(key => charts.TryGetValue(key, out var chart) ? Cell(cluster, chart) : null).ToImmutableArray()
            group (cluster, cells) by (cluster.Cluster.Class?.Name.Value, string.Join('\n', cells.Select(cell => $"{cell?.Version}{cell?.IsSkewed}"))) into alike
            select new FleetRow([.. alike.Select(member => member.cluster)], alike.First().cells);
        return new([.. releases.Select(key => shown[key])], [.. rows]);

        FleetCell Cell(ClusterOverview cluster, ReleasedChart chart) =>
            new(chart.ShownVersion ?? "", Siblings(cluster) is { } siblings && usual[(siblings, chart.Release.Resource.Key)] != (chart.Version?.Value ?? ""));
    }

    /// <summary>The version that most clusters of a kind have, and of several the newest.</summary>
    private static Dictionary<(string Siblings, ObjectKey Release), string> UsualVersions(ImmutableArray<ClusterOverview> clusters)
    {
        var versions =
            from cluster in clusters
            let siblings = Siblings(cluster)
            where siblings is not null
            from chart in cluster.Releases
            group chart.Version?.Value ?? "" by (siblings, chart.Release.Resource.Key);
        return versions.ToDictionary(group => group.Key, group => group.CountBy(version => version).Aggregate((best, next) => IsBetter(next, best) ? next : best).Key);
    }

    private static bool IsBetter(KeyValuePair<string, int> one, KeyValuePair<string, int> other) =>
        one.Value > other.Value || (one.Value == other.Value && ChartVersion.Compare(one.Key, other.Key) > 0);

    // What lies in 'clusters' itself are most often environments, which take a version one after the other.
    private static string? Siblings(ClusterOverview cluster) => cluster.Cluster.Class is { } @class
        ? @class.Name.Value
        : RepositoryPath.Parent(cluster.Cluster.Directory) is var parent && parent.Contains('/') ? $"{parent}/" : null;
}
