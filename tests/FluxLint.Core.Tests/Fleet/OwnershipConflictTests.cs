using FluxLint.Fleet;
using static FluxLint.Core.Tests.Fleet.SmallFleet;

namespace FluxLint.Core.Tests.Fleet;

/// <summary>What several Kustomizations of a cluster apply.</summary>
public sealed class OwnershipConflictTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("commonMetadata: { labels: { team: a } }", false)]
    public void Two_that_apply_one_object_contest_it(string more, bool isIdentical)
    {
        var conflict = Assert.Single(ConflictsOf(Kustomization("first", "./app") + Kustomization("second", "./app", more)));

        Assert.Equal(("first", "second"), (conflict.First.Owner?.Id.Name, conflict.Second.Owner?.Id.Name));
        Assert.Null(conflict.Inner);
        Assert.Equal(isIdentical, Assert.Single(conflict.Objects).IsIdentical);
    }

    [Theory]
    [InlineData("targetNamespace: elsewhere")]
    [InlineData("nameSuffix: -b")]
    [InlineData("suspend: true")]
    [InlineData("kubeConfig: { secretRef: { name: other } }")]
    [InlineData("commonMetadata: { annotations: { kustomize.toolkit.fluxcd.io/ssa: IfNotPresent } }")]
    [InlineData("commonMetadata: { labels: { kustomize.toolkit.fluxcd.io/reconcile: disabled } }")]
    public void Others_do_not_meet(string more) =>
        Assert.Empty(ConflictsOf(Kustomization("first", "./app") + Kustomization("second", "./app", more)));

    [Fact]
    public void A_path_inside_another_is_named()
    {
        var conflict = Assert.Single(ConflictsOf(Kustomization("inner", "./app/part") + Kustomization("outer", "./app"), "app/part"));

        Assert.Equal(("inner", "outer"), (conflict.Inner?.Owner?.Id.Name, conflict.Outer.Owner?.Id.Name));
    }

    private static IEnumerable<OwnershipConflict> ConflictsOf(string kustomizations, string directory = "app") => ModelOf(Assert.Single(Load($"""
        # file: clusters/one/flux-system/gotk-sync.yaml
        {Kustomization("flux-system", "./clusters/one")}
        # file: clusters/one/apps.yaml
        {kustomizations}
        # file: {directory}/config.yaml
        {ConfigMap("config", "a: b")}
        """).Clusters)).OwnershipConflicts;
}
