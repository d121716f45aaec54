using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;

namespace FluxLint.Core.Tests.Fleet;

public sealed class EndlessClusterTests
{
    [Fact]
    public void A_path_that_changes_what_applies_it_comes_to_an_end()
    {
        var repository = Repository.Load(InMemoryFileSystem.Empty
            .WithFile("clusters/one/kustomization.yaml", "resources: [../../app]\n")
            .WithFile("app/kustomization.yaml", "resources: [app.yaml]\n")
            .WithFile("app/app.yaml", """
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata:
                  name: app
                  namespace: flux-system
                spec:
                  path: ./app
                  sourceRef:
                    kind: GitRepository
                    name: flux-system
                  patches:
                    - target:
                        kind: Kustomization
                      patch: |
                        - op: copy
                          from: /spec/patches/0
                          path: /spec/patches/-
                """));

        var fleet = ClusterSet.Load(repository, new FluxRenderer(repository, new Renderer(repository, KustomizationGraph.Load(repository), KustomizeVersion.Newest)), FleetDeclaration.Unsaid, CancellationToken.None);

        var cluster = Assert.Single(fleet.Clusters);
        Assert.True(cluster.HasGaps);
        Assert.Equal(25, cluster.Renderings.Length);
    }
}
