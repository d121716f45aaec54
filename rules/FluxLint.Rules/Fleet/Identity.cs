using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Syntax;

namespace FluxLint.Rules.Fleet;

/// <summary>A value by which something outside of a cluster tells it from others.</summary>
/// <param name="Cluster">The cluster.</param>
/// <param name="Release">The release that has the value.</param>
/// <param name="Path">The keys to it.</param>
/// <param name="Node">The value.</param>
/// <param name="Severity">How bad it is when two clusters have the same.</param>
internal sealed record Identity(Cluster Cluster, HelmRelease Release, string Path, YamlNode Node, Severity Severity)
{
    /// <summary>What makes two of them the same: a provider of DNS knows nothing of what another has.</summary>
    public (string Release, string Path, string Value, string Provider) Key => (Release.Resource.Id.Name, Path, Value, Provider);

    /// <summary>The value in words.</summary>
    public string Value => TextOf(Node) ?? "";

    /// <summary>The domains that external-dns keeps to; null when it keeps to none.</summary>
    public IEnumerable<string>? Domains => Release.Value("domainFilters") is YamlSequence { Items.IsEmpty: false } filters ? filters.Items.OfType<YamlScalar>().Select(item => item.Value) : null;

    private string Provider => ((Release.Value("provider.name") ?? Release.Value("provider")) as YamlScalar)?.Value ?? "";

    /// <summary>What well-known charts have.</summary>
    public static IEnumerable<Identity> Of(Cluster cluster)
    {
        foreach (var chart in cluster.OwnCharts)
        {
            var (path, severity, usual) = chart.Name switch
            {
                "external-dns" => ("txtOwnerId", Severity.Error, "default"),
                "istiod" => ("global.multiCluster.clusterName", Severity.Warning, "Kubernetes"),
                "cilium" => ("cluster.name", Severity.Warning, "default"),
                _ => ("", Severity.Warning, ""),
            };
            // The chart's own default says that nobody meant to tell clusters apart.
            if (path.Length > 0 && chart.Release.Value(path) is YamlScalar { IsNull: false } node && node.Value.Length > 0 && (chart.Name == "external-dns" || node.Value != usual) && !IsOpen(chart.Release, node))
                yield return new(cluster, chart.Release, path, node, severity);
        }
    }

    /// <summary>A scalar, or the texts of a list, whose order says nothing; null for what is no value of a cluster.</summary>
    public static string? TextOf(YamlNode? node) => node switch
    {
        YamlScalar { IsNull: false } scalar => scalar.Value,
        YamlSequence { Items.IsEmpty: false } list when list.Items.All(item => item is YamlScalar { IsNull: false }) => string.Join(", ", list.Items.OfType<YamlScalar>().Select(item => item.Value).Distinct().Order(StringComparer.Ordinal)),
        _ => null,
    };

    /// <summary>Whether the value is not known.</summary>
    public static bool IsOpen(HelmRelease release, YamlNode node) => release.Resource.HasUnknownValues || TextOf(node)?.HasVariable() == true;
}
