using FluxLint.Fleet;
using FluxLint.Flux;
using static FluxLint.Core.Tests.Fleet.SmallFleet;

namespace FluxLint.Core.Tests.Fleet;

/// <summary>What a FluxInstance brings to its cluster.</summary>
public sealed class InstanceTests
{
    [Fact]
    public void An_instance_outside_of_its_directory_applies_it()
    {
        var cluster = Assert.Single(Load($"""
            # file: bootstrap/instance.yaml
            {Instance("sync: { kind: GitRepository, url: https://example.com/org/fleet, ref: refs/heads/main, path: clusters/one }")}
            # file: clusters/one/apps.yaml
            {Kustomization("apps", "./apps")}
            # file: apps/config.yaml
            {ConfigMap("config", "a: b")}
            """).Clusters);

        Assert.Equal(["clusters/one", null, "apps", null], cluster.Inventories.Select(inventory => inventory.Directory));
        Assert.Equal("flux-system", cluster.Inventories[0].Kustomization?.Resource.Id.Name);
        Assert.Equal("FluxInstance", cluster.Inventories[3].Owner?.Id.Kind);
        Assert.Equal(
            ["Namespace/flux-system", "GitRepository/flux-system.flux-system", "Kustomization/flux-system.flux-system"],
            cluster.Inventories[3].Resources.Select(resource => resource.ToString()));
        Assert.False(cluster.HasGaps);
    }

    [Fact]
    public void An_instance_in_its_own_directory_is_patched_and_expanded_as_it_is_rendered()
    {
        var cluster = Assert.Single(Load($$"""
            # file: clusters/one/instance.yaml
            {{Instance("""
                sync: { kind: OCIRepository, name: fleet, url: "oci://example.com/fleet", ref: latest, path: clusters/one, pullSecret: registry }
                kustomize:
                  patches:
                    - target: { kind: Kustomization }
                      patch: |
                        - op: add
                          path: /spec/timeout
                          value: 3m
                    - target: { kind: Deployment, name: kustomize-controller }
                      patch: |
                        - op: add
                          path: /spec/replicas
                          value: 2
                """)}}
            # file: clusters/one/config.yaml
            {{ConfigMap("config", "a: b")}}
            """).Clusters);

        var source = cluster.Find(new(SourceReference.Group, "OCIRepository", "flux-system", "fleet"));
        Assert.Equal("latest", source?.Root.At("spec", "ref", "tag")?.ToString());
        Assert.Equal("registry", source?.Root.At("spec", "secretRef", "name")?.ToString());
        Assert.Equal("3m", cluster.Inventories[0].Kustomization?.Spec.Text("timeout"));
        Assert.False(cluster.HasGaps);
    }

    [Fact]
    public void What_an_instance_makes_points_at_what_asks_for_it()
    {
        var cluster = Assert.Single(Load($"""
            # file: clusters/one/instance.yaml
            {Instance("sync: { kind: GitRepository, url: https://example.com/org/fleet, ref: refs/heads/main, path: clusters/one }")}
            """).Clusters);

        var path = cluster.Inventories[0].Kustomization?.Path;
        Assert.NotNull(path);
        Assert.Equal("clusters/one", path.Source.Slice(path.Span));
        Assert.Equal("clusters/one/instance.yaml", path.Source.Path);
    }

    [Fact]
    public void An_instance_that_syncs_another_repository_names_no_path_of_this_one()
    {
        var cluster = Assert.Single(Load($"""
            # file: clusters/one/flux-system/gotk-sync.yaml
            {Kustomization("flux-system", "./clusters/one")}
            # file: clusters/one/other/instance.yaml
            {Instance("sync: { kind: GitRepository, url: https://example.com/org/other, ref: refs/heads/main, path: elsewhere }")}
            """).Clusters);

        Assert.Equal(InventoryState.Elsewhere, cluster.Inventories[^1].State);
    }

    private static string Instance(string spec) => $"""
        apiVersion: fluxcd.controlplane.io/v1
        kind: FluxInstance
        metadata:
          name: flux
          namespace: flux-system
        spec:
          distribution:
            version: 2.x
          {spec.ReplaceLineEndings("\n  ")}

        """;
}
