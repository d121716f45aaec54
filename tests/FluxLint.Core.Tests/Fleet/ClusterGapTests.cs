using FluxLint.Fleet;
using FluxLint.Kubernetes;

namespace FluxLint.Core.Tests.Fleet;

/// <summary>What is not known of a cluster may bring some objects, and others not.</summary>
public class ClusterGapTests
{
    private const string Sync = """
        # file: clusters/a/flux-system/gotk-sync.yaml
        apiVersion: source.toolkit.fluxcd.io/v1
        kind: GitRepository
        metadata: {name: flux-system, namespace: flux-system}
        spec: {url: "https://git.example.org/fleet.git", ref: {branch: main}}
        ---
        apiVersion: source.toolkit.fluxcd.io/v1
        kind: GitRepository
        metadata: {name: shop, namespace: flux-system}
        spec: {url: "https://git.example.org/shop.git", ref: {branch: main}}

        """;

    private static readonly ObjectKey Definition = new("apiextensions.k8s.io", "CustomResourceDefinition", "", "a.example.org");
    private static readonly ObjectKey Secret = new("", "Secret", "shop", "a");
    private static readonly ObjectKey Source = new("source.toolkit.fluxcd.io", "GitRepository", "infra", "a");
    private static readonly ObjectKey Namespace = new("", "Namespace", "", "a");

    [Theory]
    [InlineData("resources: []", false, false, false, false)]
    [InlineData("resources: ['https://github.com/example/tool//config/crd?ref=v1']", true, false, false, false)]
    [InlineData("configMapGenerator: [{name: a, files: ['https://example.org/a.json']}]", false, true, false, false)]
    [InlineData("resources: ['https://github.com/example/tool//deploy?ref=v1']", true, true, true, true)]
    [InlineData("resources: ['https://example.org/a-crds.yaml', missing.yaml]", true, true, true, true)]
    public void Builds(string kustomization, bool definition, bool secret, bool source, bool @namespace)
    {
        var cluster = Cluster(SmallFleet.Kustomization("apps", "./apps"), kustomization);

        Assert.Equal((definition, secret, source, @namespace), Answers(cluster));
        Assert.Equal(definition || secret, cluster.HasGaps);
    }

    [Theory]
    [InlineData("", true, true, true, true)]
    [InlineData("targetNamespace: shop", true, true, false, true)]
    [InlineData("targetNamespace: infra", true, false, true, true)]
    [InlineData("targetNamespace: flux-system", true, true, true, true)]
    [InlineData("targetNamespace: ${WHERE}", true, true, true, true)]
    public void Other_repositories(string more, bool definition, bool secret, bool source, bool @namespace) =>
        Assert.Equal((definition, secret, source, @namespace), Answers(Cluster(SmallFleet.Kustomization("shop", "./deploy", more, "shop"), "resources: []")));

    [Theory]
    [InlineData("resources: ['https://github.com/cert-manager/cert-manager/releases/download/v1.20.0/cert-manager.crds.yaml']", true, false)]
    [InlineData("resources: ['https://github.com/cert-manager/cert-manager/releases/download/v1.20.0/cert-manager.crds.yaml', 'https://example.org/a-crds.yaml']", true, true)]
    [InlineData("components: [../part]", true, false)]
    [InlineData("resources: [../layer]", true, false)]
    public void Definitions_of_known_groups(string kustomization, bool cert, bool other)
    {
        const string Remote = "resources: ['https://github.com/cert-manager/cert-manager/releases/download/v1.20.0/cert-manager.crds.yaml']";
        var cluster = Cluster(SmallFleet.Kustomization("apps", "./apps"), $"{kustomization}\n# file: part/kustomization.yaml\nkind: Component\n{Remote}\n# file: layer/kustomization.yaml\n{Remote}");

        Assert.Equal((cert, cert, other), (cluster.MayDefine("cert-manager.io"), cluster.MayDefine("acme.cert-manager.io"), cluster.MayDefine("other-cert-manager.io")));
        Assert.Equal((cert, other), (cluster.MayBring(Definition with { Name = "issuers.cert-manager.io" }), cluster.MayBring(Definition)));
        Assert.True(cluster.HasGaps);
        Assert.False(cluster.MayHaveMoreUsers);
    }

    [Fact]
    public void Known_groups_are_named()
    {
        var fleet = Load(SmallFleet.Kustomization("apps", "./apps"), "resources: ['https://github.com/cert-manager/cert-manager//deploy/crds']");

        Assert.Equal("definitions (cert-manager.io) of 'apps'", KnownUnknowns.Of(fleet.Clusters));
    }

    [Fact]
    public void Known_unknowns_are_named_once()
    {
        var fleet = Load(
            SmallFleet.Kustomization("shop", "./deploy", "targetNamespace: shop", "shop") + SmallFleet.Kustomization("apps", "./apps"),
            "resources: ['https://example.org/a-crds.yaml']");

        Assert.Equal("what Kustomization 'shop' applies to namespace 'shop': it is in another repository\ndefinitions of 'apps'", KnownUnknowns.Of(fleet.Clusters));
    }

    private static (bool Definition, bool Secret, bool Source, bool Namespace) Answers(Cluster cluster) =>
        (cluster.MayBring(Definition), cluster.MayBring(Secret), cluster.MayBring(Source), cluster.MayBring(Namespace));

    private static Cluster Cluster(string flux, string kustomization) => Assert.Single(Load(flux, kustomization).Clusters);

    private static ClusterSet Load(string flux, string kustomization) => SmallFleet.Load(
        Sync + SmallFleet.Kustomization("flux-system", "./clusters/a")
        + $"\n# file: clusters/a/all.yaml\n{flux}\n# file: apps/kustomization.yaml\n{kustomization}\n");
}
