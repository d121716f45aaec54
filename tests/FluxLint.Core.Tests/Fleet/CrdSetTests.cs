using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;

namespace FluxLint.Core.Tests.Fleet;

/// <summary>What a cluster tells about its definitions. The cases of absent-crd show more of it.</summary>
public sealed class CrdSetTests
{
    private const string Flux = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: kustomizations.kustomize.toolkit.fluxcd.io
        spec:
          group: kustomize.toolkit.fluxcd.io
          names:
            kind: Kustomization
        """;

    private const string Instance = """
        apiVersion: fluxcd.controlplane.io/v1
        kind: FluxInstance
        metadata:
          name: flux
        """;

    [Fact]
    public void Rendered_definitions_are_provided() =>
        Assert.Equal(Availability.Provided, Find(Flux, "kustomize.toolkit.fluxcd.io", "Kustomization"));

    [Fact]
    public void Rendered_Flux_has_the_components_that_are_rendered() =>
        Assert.Equal(Availability.Absent, Find(Flux, "image.toolkit.fluxcd.io", "ImagePolicy"));

    [Theory]
    [InlineData("image.toolkit.fluxcd.io", "ImagePolicy")]
    [InlineData("source.extensions.fluxcd.io", "ArtifactGenerator")]
    public void Flux_that_is_set_up_elsewhere_may_have_any_component(string group, string kind) =>
        Assert.Equal(Availability.Unknown, Find("apiVersion: v1\nkind: Namespace\nmetadata:\n  name: web\n", group, kind));

    [Fact]
    public void FluxInstance_brings_the_kinds_of_Flux() =>
        Assert.Equal(Availability.Provided, Find(Instance, "image.toolkit.fluxcd.io", "ImagePolicy"));

    [Fact]
    public void Cluster_with_definitions_of_its_own_lacks_what_nothing_installs() =>
        Assert.Equal(Availability.Absent, Find(Flux, "example.com", "Widget"));

    [Fact]
    public void Cluster_without_any_definition_gets_them_elsewhere() =>
        Assert.Equal(Availability.Unknown, Find(Instance, "example.com", "Widget"));

    [Fact]
    public void Release_on_another_cluster_says_nothing_about_this_one()
    {
        var release = """
            apiVersion: helm.toolkit.fluxcd.io/v2
            kind: HelmRelease
            metadata:
              name: keda
            spec:
              kubeConfig:
                secretRef:
                  name: other
              chart:
                spec:
                  chart: keda
                  version: 2.20.2
                  sourceRef:
                    kind: HelmRepository
                    name: kedacore
            """;

        Assert.Equal(Availability.Unknown, Find(Flux + "\n---\n" + release, "keda.sh", "ScaledObject"));
    }

    private static Availability Find(string manifests, string group, string kind)
    {
        var files = InMemoryFileSystem.Empty.WithFile("kustomization.yaml", "resources:\n  - all.yaml\n").WithFile("all.yaml", manifests);
        var repository = Repository.Load(files);
        var fleet = ClusterSet.Load(repository, new FluxRenderer(repository, new Renderer(repository, KustomizationGraph.Load(repository), KustomizeVersion.Newest)), FleetDeclaration.Unsaid, CancellationToken.None);
        return SmallFleet.ModelOf(Assert.Single(fleet.Clusters)).Crds.Find(group, kind).Availability;
    }
}
