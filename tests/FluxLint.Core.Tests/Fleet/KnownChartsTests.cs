using FluxLint.Fleet;
using FluxLint.Kubernetes;
using Semver;

namespace FluxLint.Core.Tests.Fleet;

/// <summary>The data file of charts holds together.</summary>
public sealed class KnownChartsTests
{
    [Fact]
    public void Every_chart_has_publishers_and_installs_what_it_names()
    {
        Assert.NotEmpty(KnownCharts.Default.Charts);
        Assert.All(KnownCharts.Default.Charts, chart =>
        {
            Assert.NotEmpty(chart.Name);
            Assert.NotEmpty(chart.Publishers);
            Assert.Equal(chart.Kinds.Count == 0, chart.Installations.IsEmpty);
            Assert.True(chart.IsSingle || chart.Several.IsEmpty);
            Assert.DoesNotContain(chart.Kinds, kind => kind.Group.Length == 0 || KubernetesGroups.Contains(kind.Group));
        });
    }

    [Theory]
    [InlineData("cert-manager.io", "ClusterIssuer", "cert-manager")]
    [InlineData("externaldns.k8s.io", "DNSEndpoint", "external-dns")]
    [InlineData("templates.gatekeeper.sh", "ConstraintTemplate", "gatekeeper")]
    [InlineData("networking.istio.io", "VirtualService", "base")]
    [InlineData("keda.sh", "ScaledObject", "keda")]
    public void Kinds_lead_to_the_chart_that_installs_them(string group, string kind, string chart) =>
        Assert.Equal(chart, Assert.Single(KnownCharts.Default.ProvidersOf(group, kind)).Name);

    [Fact]
    public void Charts_may_share_kinds() =>
        Assert.Equal(
            ["kube-prometheus-stack", "prometheus-operator-crds"],
            KnownCharts.Default.ProvidersOf("monitoring.coreos.com", "ServiceMonitor").Select(chart => chart.Name).Order());

    [Theory]
    [InlineData("1.14.7", "installCRDs")]
    [InlineData("1.15.0", "crds.enabled installCRDs")]
    public void Versions_decide_which_switches_a_chart_has(string version, string switches)
    {
        var chart = KnownCharts.Default.Find("cert-manager");

        var applicable = chart?.Installations.Where(installation => installation.AppliesTo(SemVersion.Parse(version, SemVersionStyles.Strict)));

        Assert.Equal(switches, string.Join(' ', applicable?.Select(installation => installation.Value) ?? []));
    }

    [Theory]
    [InlineData("gateway.networking.k8s.io", true)]
    [InlineData("k8s.io", true)]
    [InlineData("notk8s.io", false)]
    [InlineData("example.com", false)]
    public void Platform_groups_include_all_below_them(string group, bool expected) =>
        Assert.Equal(expected, KnownCharts.Default.IsOfPlatform(group));
}
