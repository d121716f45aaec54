using FluxLint.Fleet;
using FluxLint.Flux;
using static FluxLint.Core.Tests.Fleet.SmallFleet;

namespace FluxLint.Core.Tests.Fleet;

/// <summary>Which Flux objects a cluster has for those that refer to them.</summary>
public sealed class FluxObjectsTests
{
    [Theory]
    [InlineData("GitRepository", "flux-system", "apps", Availability.Provided, null)]
    [InlineData("GitRepository", "flux-system", "flux-system", Availability.Provided, null)]
    [InlineData("GitRepository", "other", "flux-system", Availability.Unknown, null)]
    [InlineData("GitRepository", "flux-system", "appps", Availability.Absent, "apps")]
    [InlineData("OCIRepository", "flux-system", "apps", Availability.Absent, "apps")]
    [InlineData("GitRepository", "other", "apps", Availability.Absent, "apps")]
    [InlineData("GitRepository", "flux-system", "apps-${STAGE}", Availability.Unknown, null)]
    [InlineData("GitRepository", "", "apps", Availability.Unknown, null)]
    [InlineData("HelmRepository", "flux-system", "of-the-platform", Availability.Unknown, null)]
    [InlineData("ExternalArtifact", "flux-system", "of-another-tool", Availability.Unknown, null)]
    public void One_is_absent_only_where_another_was_meant(string kind, string @namespace, string name, Availability expected, string? meant)
    {
        var cluster = Assert.Single(Load($"""
            # file: clusters/one/flux-system/gotk-sync.yaml
            {Kustomization("flux-system", "./clusters/one")}
            # file: clusters/one/source.yaml
            {GitRepository("apps", "https://example.com/org/apps")}
            """).Clusters);

        var answer = cluster.FluxObjects.Find(new(FluxGroups.Source, kind, @namespace, name));

        Assert.Equal((expected, meant), (answer.Availability, answer.Meant?.Id.Name));
    }

    [Fact]
    public void One_is_absent_where_the_cluster_declares_the_others()
    {
        var cluster = Assert.Single(Load($"""
            # file: clusters/one/flux-system/gotk-sync.yaml
            {Kustomization("flux-system", "./clusters/one")}
            # file: clusters/one/sources.yaml
            {GitRepository("apps", "https://example.com/org/apps")}
            {GitRepository("charts", "https://example.com/org/charts")}
            """).Clusters);

        Assert.Equal(Availability.Absent, cluster.FluxObjects.Find(new(FluxGroups.Source, "GitRepository", "flux-system", "somewhere-else")).Availability);
    }

    [Fact]
    public void Nothing_is_absent_where_something_is_unknown()
    {
        var cluster = Assert.Single(Load($"""
            # file: clusters/one/kustomization.yaml
            resources: [apps.yaml, "https://example.com/org/more?ref=v1"]
            # file: clusters/one/apps.yaml
            {GitRepository("apps", "https://example.com/org/apps")}
            """).Clusters);

        Assert.Equal(Availability.Unknown, cluster.FluxObjects.Find(new(FluxGroups.Source, "GitRepository", "flux-system", "appps")).Availability);
    }
}
