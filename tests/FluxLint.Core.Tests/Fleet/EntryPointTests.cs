using FluxLint.Fleet;
using static FluxLint.Core.Tests.Fleet.SmallFleet;

namespace FluxLint.Core.Tests.Fleet;

/// <summary>Where clusters start when configuration does not say so, and what it adds when it does.</summary>
public sealed class EntryPointTests
{
    private const string Shop = "https://example.com/org/shop";

    [Fact]
    public void The_values_of_the_chart_that_is_a_FluxInstance_sync_a_cluster()
    {
        var cluster = Assert.Single(Load($"""
            # file: kubernetes/flux/cluster/ks.yaml
            {Kustomization("apps", "./kubernetes/apps")}
            # file: kubernetes/apps/flux-system/ks.yaml
            {Kustomization("flux-instance", "./kubernetes/apps/flux-system/app")}
            # file: kubernetes/apps/flux-system/app/release.yaml
            {Release("values: { instance: { distribution: { version: 2.8.1 }, sync: { kind: GitRepository, url: 'https://example.com/org/shop', ref: refs/heads/main, path: kubernetes/flux/cluster } } }")}
            # file: kubernetes/apps/web/ks.yaml
            {Kustomization("web", "./kubernetes/apps/web/app")}
            # file: kubernetes/apps/web/app/kustomization.yaml
            resources: [config.yaml]
            # file: kubernetes/apps/web/app/config.yaml
            {ConfigMap("web", "a: b")}
            """).Clusters);

        Assert.Equal(("kubernetes/flux/cluster", StartKind.InstanceValues), (cluster.Directory, cluster.Entry.Evidence.Kind));
        Assert.Equal(["apps", "flux-instance", "flux-system", "web"], cluster.Inventories.Select(inventory => inventory.Kustomization?.Resource.Id.Name).OfType<string>().Order(StringComparer.Ordinal));
        Assert.Equal(new Version(2, 8), cluster.Release?.Version);
        Assert.False(cluster.HasGaps);
    }

    [Theory]
    [InlineData("kubernetes/instance/app/helm/values.yaml")]
    [InlineData("bootstrap/instance.values.yaml")]
    public void Values_in_a_file_of_their_own_sync_a_cluster(string file)
    {
        var cluster = Assert.Single(Load($$"""
            # file: {{file}}
            instance:
              sync: { kind: GitRepository, url: {{Shop}}, ref: refs/heads/main, path: flux/cluster }
              kustomize:
                patches:
                  - target: { kind: Deployment, name: helm-controller }
                    patch: '[{ op: add, path: /spec/template/spec/containers/0/args/-, value: --feature-gates=DefaultToRetryOnFailure=true }]'
            # file: flux/cluster/apps.yaml
            {{Kustomization("apps", "./apps")}}
            # file: apps/config.yaml
            {{ConfigMap("web", "a: b")}}
            """).Clusters);

        Assert.Equal("flux/cluster", cluster.Directory);
        Assert.True(cluster.FeatureGate("helm-controller", "DefaultToRetryOnFailure"));
        Assert.Equal("flux-system", cluster.Inventories[0].Kustomization?.Resource.Id.Name);
    }

    [Fact]
    public void Values_of_a_generated_ConfigMap_are_those_of_the_release()
    {
        var cluster = Assert.Single(Load($$"""
            # file: flux/cluster/apps.yaml
            {{Kustomization("apps", "./apps")}}
            # file: apps/kustomization.yaml
            resources: [release.yaml]
            generatorOptions: { disableNameSuffixHash: true }
            configMapGenerator: [{ name: instance-values, namespace: flux-system, files: [values.yaml=values.txt] }]
            # file: apps/release.yaml
            {{Release("valuesFrom: [{ kind: ConfigMap, name: instance-values }]\n  values: { instance: { distribution: { version: 2.8.3 } } }")}}
            # file: apps/values.txt
            instance:
              distribution: { version: 2.7.0 }
              sync: { kind: GitRepository, url: {{Shop}}, ref: refs/heads/main, path: flux/cluster }
            """).Clusters);

        Assert.Equal(("flux/cluster", StartKind.InstanceValues), (cluster.Directory, cluster.Entry.Evidence.Kind));
        Assert.Equal(new Version(2, 8), cluster.Release?.Version);
    }

    [Fact]
    public void A_Kustomization_that_nothing_applies_is_a_start_and_what_it_applies_is_none()
    {
        var cluster = Assert.Single(Load($"""
            # file: flux/apps.yaml
            {Kustomization("apps", "./apps")}
            # file: apps/one/kustomization.yaml
            resources: [ks.yaml]
            # file: apps/one/ks.yaml
            {Kustomization("one", "./apps/one/app")}
            # file: apps/one/app/kustomization.yaml
            resources: [config.yaml]
            # file: apps/one/app/config.yaml
            {ConfigMap("one", "a: b")}
            """).Clusters);

        Assert.Equal(("flux", StartKind.Unapplied), (cluster.Directory, cluster.Entry.Evidence.Kind));
        // Whatever applies the directory may apply more.
        Assert.True(cluster.HasGaps);
    }

    [Fact]
    public void A_bootstrap_manifest_tells_the_root_of_a_repository_within_the_repository()
    {
        var cluster = Assert.Single(Load($"""
            # file: repos/sys/clusters/one/flux-system/gotk-sync.yaml
            {GitRepository("flux-system", Shop)}
            {Kustomization("flux-system", "./clusters/one")}
            # file: repos/sys/clusters/one/apps.yaml
            {Kustomization("apps", "./apps")}
            # file: repos/sys/apps/config.yaml
            {ConfigMap("web", "a: b")}
            """).Clusters);

        Assert.Equal(("repos/sys/clusters/one", "repos/sys"), (cluster.Directory, cluster.Home));
        Assert.Equal(["repos/sys/clusters/one", "repos/sys/apps"], cluster.Inventories.Select(inventory => inventory.Directory));
        Assert.False(cluster.HasGaps);
    }

    [Fact]
    public void One_bootstrap_manifest_does_not_hide_the_clusters_beside_it()
    {
        var fleet = Load($"""
            # file: clusters/prod/one/flux-system/gotk-sync.yaml
            {Kustomization("flux-system", "./clusters/prod/one")}
            # file: clusters/prod/one/apps.yaml
            {Kustomization("apps", "./apps")}
            # file: clusters/prod/two/kustomization.yaml
            resources: [../shared]
            # file: clusters/test/three/kustomization.yaml
            resources: [../../prod/shared]
            # file: clusters/prod/shared/kustomization.yaml
            resources: [config.yaml]
            # file: clusters/prod/shared/config.yaml
            {ConfigMap("shared", "a: b")}
            # file: apps/config.yaml
            {ConfigMap("web", "a: b")}
            """);

        Assert.Equal(["clusters/prod/one", "clusters/prod/two", "clusters/test/three"], fleet.Clusters.Select(cluster => cluster.Directory));
    }

    [Fact]
    public void A_directory_that_merely_builds_is_no_cluster() =>
        Assert.Empty(Load($"""
            # file: apps/web/overlays/prod/kustomization.yaml
            resources: [../../base]
            # file: apps/web/base/kustomization.yaml
            resources: [config.yaml]
            # file: apps/web/base/config.yaml
            {ConfigMap("web", "a: b")}
            """).Clusters);

    [Fact]
    public void A_single_Kustomization_beside_a_cluster_is_left_over()
    {
        var cluster = Assert.Single(Load($"""
            # file: clusters/one/flux-system/gotk-sync.yaml
            {Kustomization("flux-system", "./clusters/one")}
            # file: old/ks.yaml
            {Kustomization("old", "./apps")}
            # file: apps/config.yaml
            {ConfigMap("web", "a: b")}
            """).Clusters);

        Assert.Equal("clusters/one", cluster.Directory);
    }

    [Fact]
    public void Classes_add_to_what_is_found_and_keep_its_sync()
    {
        var fleet = Load(
            $$"""
            # file: clusters/prod/one/flux-system/gotk-sync.yaml
            {{Kustomization("flux-system", "./clusters/prod/one", "postBuild: { substitute: { APP: web } }")}}
            # file: clusters/prod/one/config.yaml
            {{ConfigMap("${APP}", "a: b")}}
            # file: clusters/new/two/kustomization.yaml
            resources: [config.yaml]
            # file: clusters/new/two/config.yaml
            {{ConfigMap("two", "a: b")}}
            # file: sites/three/config.yaml
            {{ConfigMap("three", "a: b")}}
            """,
            new FleetDeclaration { Classes = [Class("production", "clusters/prod/*"), Class("site", "sites/*")] });

        Assert.Equal(
            [("clusters/new/two", null), ("clusters/prod/one", "production"), ("sites/three", "site")],
            fleet.Clusters.Select(cluster => (cluster.Directory, cluster.Class?.Name.Value)));
        Assert.Contains(fleet.Clusters[1].Resources, resource => resource.Id.Name == "web");
    }

    [Theory]
    [InlineData("bootstrap/helmfile.yaml", "releases: [{ name: flux, chart: flux-instance, values: [{ instance: { sync: { kind: GitRepository, url: 'https://example.com/org/shop', path: flux/cluster } } }] }]")]
    [InlineData("machines/controlplane.yaml", "cluster:\n  inlineManifests:\n    - name: flux\n      contents: |\n        apiVersion: fluxcd.controlplane.io/v1\n        kind: FluxInstance\n        metadata: { name: flux, namespace: flux-system }\n        spec: { sync: { kind: GitRepository, url: 'https://example.com/org/shop', path: flux/cluster } }\n")]
    public void What_sets_up_a_cluster_before_Flux_syncs_it(string file, string text)
    {
        var cluster = Assert.Single(Load($"""
            # file: {file}
            {text}
            # file: flux/cluster/apps.yaml
            {Kustomization("apps", "./apps")}
            # file: apps/config.yaml
            {ConfigMap("web", "a: b")}
            """).Clusters);

        Assert.Equal("flux/cluster", cluster.Directory);
        Assert.Equal("flux-system", cluster.Inventories[0].Kustomization?.Resource.Id.Name);
        Assert.False(cluster.HasGaps);
    }

    [Fact]
    public void Where_a_cluster_lies_gives_the_variables_that_whatever_applies_it_fills_in()
    {
        var fleet = Load(
            $$"""
            # file: sites/north/prod/apps.yaml
            {{Kustomization("apps", "./apps/${STAGE}", "postBuild: { substitute: { SITE: \"${SITE}\" } }")}}
            # file: apps/prod/config.yaml
            {{ConfigMap("web-${SITE}", "a: b")}}
            """,
            new FleetDeclaration { Classes = [Class("site", "sites/*/*") with { Captures = [new(Globs("sites/{SITE}/{STAGE}")[0].Node)] }] });

        var cluster = Assert.Single(fleet.Clusters);
        Assert.Equal(["sites/north/prod", "apps/prod"], cluster.Inventories.Select(inventory => inventory.Directory));
        Assert.Contains(cluster.Resources, resource => resource.Id.Name == "web-north");
    }

    private static ClusterClass Class(string name, params string[] paths) => new() { Name = Globs(name)[0].Node, Paths = Globs(paths) };

    private static string Release(string spec) => $$"""
        ---
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        metadata: { name: flux-instance, namespace: flux-system }
        spec:
          chartRef: { kind: OCIRepository, name: flux-instance }
          {{spec}}
        ---
        apiVersion: source.toolkit.fluxcd.io/v1
        kind: OCIRepository
        metadata: { name: flux-instance, namespace: flux-system }
        spec: { url: "oci://ghcr.io/controlplaneio-fluxcd/charts/flux-instance", ref: { tag: 0.40.0 } }

        """;
}
