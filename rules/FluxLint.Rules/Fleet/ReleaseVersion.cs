using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Rules.Fleet;

/// <summary>The exact version of a chart that a release of a cluster has.</summary>
internal sealed record ReleaseVersion(Cluster Cluster, ReleasedChart Chart, YamlScalar Node)
{
    /// <summary>The release and the chart, which are the same in clusters that are alike.</summary>
    public (ObjectKey Release, string Chart) Key => (Chart.Release.Resource.Key, Chart.Name ?? "");

    /// <summary>The release in words.</summary>
    public string Display => Chart.Release.Resource.Id.Display;

    /// <summary>The version without what may stand before it.</summary>
    public string Version { get; } = Node.Value.TrimStart('=', ' ').TrimStart('v').TrimEnd();

    /// <summary>Where it says so.</summary>
    public Place Place => Chart.Declaration.PlaceOf(Node);

    // A range, and what a variable decides, may be any version.
    public static IEnumerable<ReleaseVersion> Of(Cluster cluster) =>
        from chart in cluster.OwnCharts
        let version = chart.Version
        where version is not null && chart is { Name: not null, Declaration.HasUnknownValues: false } && !version.Value.HasVariable() && ChartVersion.IsExact(version.Value)
        select new ReleaseVersion(cluster, chart, version);

    public bool IsNewerThan(ReleaseVersion other) => Version != other.Version && ChartVersion.Compare(Version, other.Version) > 0;

    /// <summary>The newest of several.</summary>
    public static ReleaseVersion Newest(IEnumerable<ReleaseVersion> versions) => versions.Aggregate((newest, version) => version.IsNewerThan(newest) ? version : newest);
}
