using System.Collections.Immutable;
using FluxLint.Fleet;

namespace FluxLint;

/// <summary>What a cluster gets, in a few words.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Class">The class that configuration gives it; null when none claims it.</param>
/// <param name="Objects">How many objects reach it.</param>
/// <param name="Releases">The Helm releases among them, by name.</param>
internal sealed record ClusterSummary(string Name, string? Class, int Objects, ImmutableArray<ReleaseSummary> Releases)
{
    internal static ClusterSummary Of(ClusterModel model) => Of(model.Cluster, model.Cluster.Charts);

    private static ClusterSummary Of(Cluster cluster, ImmutableArray<ReleasedChart> charts) => new(
        cluster.Name,
        cluster.Class?.Name.Value,
        cluster.Resources.Count(cluster.Keeps),
        [
            .. charts
                .Where(chart => cluster.Keeps(chart.Release.Resource))
                .Select(chart => new ReleaseSummary(chart.Release.Resource.Id.Name, chart.Release.WorkloadNamespace, chart.Version?.Value))
                .OrderBy(release => release.Name, StringComparer.Ordinal)
                .ThenBy(release => release.Namespace, StringComparer.Ordinal),
        ]);
}
