using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Reporting;

namespace FluxLint.Cli.Terminal;

/// <summary>Clusters that have the same class, figures, releases and gaps.</summary>
/// <param name="Clusters">The clusters.</param>
/// <param name="Releases">Their releases, as they are shown.</param>
/// <param name="Unknown">What is not known of them, in short; empty when nothing is missing.</param>
internal sealed record ClusterGroup(ImmutableArray<ClusterOverview> Clusters, ImmutableArray<string> Releases, string Unknown)
{
    /// <summary>Puts together what is alike, in the order of the first of each.</summary>
    public static IEnumerable<ClusterGroup> Of(ImmutableArray<ClusterOverview> clusters) =>
        from cluster in clusters
        let releases = cluster.Releases.Select(Release).ToImmutableArray()
        let unknown = Missing(cluster)
        group (cluster, releases, unknown) by (cluster.Cluster.Class?.Name.Value, cluster.Cluster.Entry.Evidence.Kind, cluster.Objects, cluster.Kustomizations.Length, unknown, string.Join('\n', releases)) into alike
        let first = alike.First()
        select new ClusterGroup([.. alike.Select(member => member.cluster)], first.releases, first.unknown);

    /// <summary>The names of the clusters; those of one directory as one where they are most of it.</summary>
    /// <param name="all">How many clusters there are in each directory.</param>
    public IEnumerable<string> Names(IReadOnlyDictionary<string, int> all)
    {
        foreach (var siblings in Clusters.Select(cluster => cluster.Cluster.Name).GroupBy(RepositoryPath.Parent))
        {
            var count = siblings.Count();
            var total = all[siblings.Key];
            if (count == 1 || count * 2 <= total || siblings.Key.Length == 0)
            {
                foreach (var name in siblings)
                    yield return SafeText.Of(name);
                continue;
            }
            yield return count == total ? $"{SafeText.Of(siblings.Key)}/*" : $"{SafeText.Of(siblings.Key)}/* ({count} of {total})";
        }
    }

    /// <summary>What tells that the clusters are some, and of a single one where that is written.</summary>
    public string Evidence
    {
        get
        {
            var evidence = Clusters[0].Cluster.Entry.Evidence;
            return Clusters.Length == 1 && evidence.Sync is { } path ? $"{evidence.Words}, {SafeText.Of(path.Source.Path)}" : evidence.Words;
        }
    }

    private static string Release(ReleasedChart chart)
    {
        var name = chart.Release.Resource.ShownId.Name;
        var display = chart.Display;
        return SafeText.Of(display == name || display.StartsWith($"{name}@", StringComparison.Ordinal) ? display : $"{name} ({display})");
    }

    private static string Missing(ClusterOverview overview)
    {
        if (!overview.Cluster.HasGaps)
            return "";
        string[] parts =
        [
            .. overview.Unbuilt.IsEmpty ? [] : (string[])[Summary.Count(overview.Unbuilt.Length, "Flux object")],
            .. overview.Gaps.IsEmpty ? [] : (string[])[overview.Gaps.Length == 1 ? "1 directory" : $"{overview.Gaps.Length} directories"],
        ];
        return parts.Length == 0 ? "objects of other tools" : string.Join(", ", parts);
    }
}
