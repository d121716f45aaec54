using FluxLint.Fleet;
using static FluxLint.Core.Tests.Fleet.SmallFleet;

namespace FluxLint.Core.Tests.Fleet;

/// <summary>What several Kustomizations of a cluster apply.</summary>
public sealed class ContestTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("commonMetadata: { labels: { team: a } }", false)]
    public void Two_that_apply_one_object_contest_it(string more, bool isIdentical)
    {
        var contest = Assert.Single(ClusterOf(Kustomization("first", "./app") + Kustomization("second", "./app", more)).Contests);

        Assert.Equal(("first", "second"), (contest.First.Owner?.Id.Name, contest.Second.Owner?.Id.Name));
        Assert.Null(contest.Inner);
        Assert.Equal(isIdentical, Assert.Single(contest.Objects).IsIdentical);
    }

    [Theory]
    [InlineData("targetNamespace: elsewhere")]
    [InlineData("nameSuffix: -b")]
    [InlineData("suspend: true")]
    [InlineData("kubeConfig: { secretRef: { name: other } }")]
    [InlineData("commonMetadata: { annotations: { kustomize.toolkit.fluxcd.io/ssa: IfNotPresent } }")]
    [InlineData("commonMetadata: { labels: { kustomize.toolkit.fluxcd.io/reconcile: disabled } }")]
    public void Others_do_not_meet(string more) =>
        Assert.Empty(ClusterOf(Kustomization("first", "./app") + Kustomization("second", "./app", more)).Contests);

    [Fact]
    public void A_path_inside_another_is_named()
    {
        var contest = Assert.Single(ClusterOf(Kustomization("inner", "./app/part") + Kustomization("outer", "./app"), "app/part").Contests);

        Assert.Equal(("inner", "outer"), (contest.Inner?.Owner?.Id.Name, contest.Outer.Owner?.Id.Name));
    }

    private static Cluster ClusterOf(string kustomizations, string directory = "app") => Assert.Single(Load($"""
        # file: clusters/one/flux-system/gotk-sync.yaml
        {Kustomization("flux-system", "./clusters/one")}
        # file: clusters/one/apps.yaml
        {kustomizations}
        # file: {directory}/config.yaml
        {ConfigMap("config", "a: b")}
        """).Clusters);
}
