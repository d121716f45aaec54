using FluxLint.Fleet;
using static FluxLint.Core.Tests.Fleet.SmallFleet;

namespace FluxLint.Core.Tests.Fleet;

/// <summary>What Kustomizations build whose source is an artifact that a generator makes of this repository.</summary>
public sealed class ArtifactTests
{
    [Theory]
    [InlineData("@repo/apps/base/** @artifact/base/ @repo/apps/one/** @artifact/one/", "./one", "apps/one")]
    [InlineData("@repo/apps/one/** @artifact/", "./", "apps/one")]
    [InlineData("@repo/apps/** @artifact/", "one", "apps/one")]
    [InlineData("@repo/apps @artifact/", "apps/one", "apps/one")]
    [InlineData("@repo/apps/* @artifact/", "apps/one", "apps/one")]
    [InlineData("@repo/** @artifact/", "./apps/one", "apps/one")]
    [InlineData("@repo/apps/one @artifact/", "./one", "apps/one")]
    [InlineData("@repo/apps/one/** @artifact/one/ @repo/apps/base/kustomization.yaml @artifact/base/kustomization.yaml", "./one", "apps/one")]
    public void An_artifact_with_the_layout_of_a_directory_is_built_from_it(string copies, string path, string directory)
    {
        var inventory = Build(copies, path);

        Assert.Equal(InventoryState.Built, inventory.State);
        Assert.Equal(directory, inventory.Directory);
    }

    [Theory]
    [InlineData("@repo/apps/one/** @artifact/two/", "./two", InventoryState.Unknown)]
    [InlineData("@repo/apps/one/*.yaml @artifact/", "./", InventoryState.Unknown)]
    [InlineData("@repo/apps/** @artifact/ @other/apps/** @artifact/", "./one", InventoryState.Unknown)]
    [InlineData("@other/apps/one/** @artifact/", "./", InventoryState.Elsewhere)]
    [InlineData("@repo/apps/one/** @artifact/one/ @repo/apps/base/** @artifact/base/", "./", InventoryState.Unknown)]
    [InlineData("@repo/apps/one/** @artifact/one/", "./base", InventoryState.MissingPath)]
    [InlineData("@nobody/apps/one/** @artifact/", "./", InventoryState.Unknown)]
    public void An_artifact_of_another_layout_is_not(string copies, string path, InventoryState state) =>
        Assert.Equal(state, Build(copies, path).State);

    [Fact]
    public void An_artifact_that_no_generator_makes_is_missing()
    {
        var inventory = Build("@repo/apps/one/** @artifact/", "./", artifact: "unheard-of");

        Assert.Equal(InventoryState.MissingArtifact, inventory.State);
    }

    private static Inventory Build(string copies, string path, string artifact = "apps")
    {
        var operations = copies.Split(' ').Chunk(2).Select(pair => $$"""{ from: "{{pair[0]}}", to: "{{pair[1]}}" }""");
        var cluster = Assert.Single(Load($$"""
            # file: clusters/one/flux-system/gotk-sync.yaml
            {{GitRepository("flux-system", "https://example.com/org/fleet")}}
            {{Kustomization("flux-system", "./clusters/one")}}
            # file: clusters/one/apps.yaml
            {{Kustomization("apps", path, source: artifact).Replace("kind: GitRepository", "kind: ExternalArtifact", StringComparison.Ordinal)}}
            # file: clusters/one/artifacts.yaml
            {{GitRepository("other", "https://example.com/org/other")}}
            ---
            apiVersion: source.extensions.fluxcd.io/v1beta1
            kind: ArtifactGenerator
            metadata:
              name: artifacts
              namespace: flux-system
            spec:
              sources:
                - { alias: repo, kind: GitRepository, name: flux-system }
                - { alias: other, kind: GitRepository, name: other }
              artifacts:
                - name: apps
                  copy: [{{string.Join(", ", operations)}}]
            # file: apps/one/kustomization.yaml
            resources: [../base]
            # file: apps/base/kustomization.yaml
            resources: [config.yaml]
            # file: apps/base/config.yaml
            {{ConfigMap("config", "a: b")}}
            """).Clusters);
        return cluster.Inventories.Single(inventory => inventory.Owner?.Id.Name == "apps");
    }
}
