using FluxLint.Flux;

namespace FluxLint.Core.Tests.Flux;

public sealed class FluxObjectTests
{
    [Theory]
    [InlineData("kustomize.toolkit.fluxcd.io/v1beta1", "Kustomization", typeof(FluxKustomization))]
    [InlineData("kustomize.toolkit.fluxcd.io/v1", "Kustomization", typeof(FluxKustomization))]
    [InlineData("helm.toolkit.fluxcd.io/v2beta2", "HelmRelease", typeof(HelmRelease))]
    [InlineData("source.toolkit.fluxcd.io/v1", "GitRepository", typeof(GitRepository))]
    [InlineData("source.toolkit.fluxcd.io/v1beta2", "OCIRepository", typeof(OciRepository))]
    [InlineData("source.toolkit.fluxcd.io/v1beta1", "HelmRepository", typeof(HelmRepository))]
    [InlineData("source.toolkit.fluxcd.io/v1", "HelmChart", typeof(HelmChart))]
    [InlineData("source.toolkit.fluxcd.io/v1beta1", "Bucket", typeof(Bucket))]
    [InlineData("source.toolkit.fluxcd.io/v1", "ExternalArtifact", typeof(ExternalArtifact))]
    [InlineData("source.extensions.fluxcd.io/v1beta1", "ArtifactGenerator", typeof(ArtifactGenerator))]
    [InlineData("notification.toolkit.fluxcd.io/v1beta3", "Alert", typeof(Alert))]
    [InlineData("notification.toolkit.fluxcd.io/v1beta3", "Provider", typeof(Provider))]
    [InlineData("notification.toolkit.fluxcd.io/v1", "Receiver", typeof(Receiver))]
    [InlineData("image.toolkit.fluxcd.io/v1beta2", "ImageRepository", typeof(ImageRepository))]
    [InlineData("image.toolkit.fluxcd.io/v1", "ImagePolicy", typeof(ImagePolicy))]
    [InlineData("image.toolkit.fluxcd.io/v1", "ImageUpdateAutomation", typeof(ImageUpdateAutomation))]
    [InlineData("fluxcd.controlplane.io/v1", "FluxInstance", typeof(FluxInstance))]
    [InlineData("fluxcd.controlplane.io/v1", "ResourceSet", typeof(ResourceSet))]
    [InlineData("fluxcd.controlplane.io/v1", "ResourceSetInputProvider", typeof(ResourceSetInputProvider))]
    [InlineData("helm.toolkit.fluxcd.io/v9", "HelmRelease", typeof(HelmRelease))]
    public void Every_kind_has_a_view_whatever_its_version(string apiVersion, string kind, Type expected) =>
        Assert.IsType(expected, FluxObject.Of(FluxSample.Resource($"apiVersion: {apiVersion}\nkind: {kind}\nmetadata:\n  name: web\nspec: {{}}\n")));

    [Theory]
    [InlineData("kustomize.config.k8s.io/v1beta1", "Kustomization", "spec: {}")]
    [InlineData("apps/v1", "HelmRelease", "spec: {}")]
    [InlineData("helm.toolkit.fluxcd.io/v2", "Release", "spec: {}")]
    [InlineData("helm.toolkit.fluxcd.io/v2", "HelmRelease", "spec: text")]
    public void Nothing_else_has(string apiVersion, string kind, string rest) =>
        Assert.Null(FluxObject.Of(FluxSample.Resource($"apiVersion: {apiVersion}\nkind: {kind}\nmetadata:\n  name: web\n{rest}\n")));

    [Fact]
    public void External_artifact_needs_no_spec() =>
        Assert.IsType<ExternalArtifact>(FluxObject.Of(FluxSample.Resource("apiVersion: source.toolkit.fluxcd.io/v1\nkind: ExternalArtifact\nmetadata:\n  name: web\n")));

    [Theory]
    [InlineData("  suspend: true", true)]
    [InlineData("  suspend: false", false)]
    [InlineData("  suspend: ${SUSPEND}", false)]
    [InlineData("  suspend: \"true\"", false)]
    [InlineData("  interval: 5m", false)]
    public void Suspension_must_be_a_boolean(string spec, bool expected) =>
        Assert.Equal(expected, FluxSample.Read<FluxKustomization>("kustomize.toolkit.fluxcd.io/v1", "Kustomization", spec).IsSuspended);

    [Fact]
    public void Operator_reads_annotations()
    {
        var set = FluxObject.Of(FluxSample.Resource("""
            apiVersion: fluxcd.controlplane.io/v1
            kind: ResourceSet
            metadata:
              name: web
              annotations:
                fluxcd.controlplane.io/reconcile: Disabled
                fluxcd.controlplane.io/reconcileEvery: 30m
            spec:
              suspend: false
            """));

        Assert.Equal((true, "30m"), (set?.IsSuspended, set?.Interval?.Value));
    }

    [Fact]
    public void Generator_is_switched_off_by_its_own_annotation()
    {
        var generator = FluxObject.Of(FluxSample.Resource("""
            apiVersion: source.extensions.fluxcd.io/v1beta1
            kind: ArtifactGenerator
            metadata:
              name: web
              annotations:
                source.extensions.fluxcd.io/reconcile: disabled
            spec: {}
            """));

        Assert.True(generator?.IsSuspended);
    }
}
