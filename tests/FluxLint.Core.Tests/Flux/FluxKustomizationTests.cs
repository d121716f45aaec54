using FluxLint.Flux;

namespace FluxLint.Core.Tests.Flux;

public sealed class FluxKustomizationTests
{
    [Fact]
    public void What_is_absent_has_the_default_of_the_controller()
    {
        var kustomization = Read("  interval: 10m");

        Assert.False(kustomization.Prunes || kustomization.Waits || kustomization.Forces || kustomization.IsRemote || kustomization.IgnoresMissingComponents);
        Assert.Null(kustomization.Path);
        Assert.Null(kustomization.Source);
        Assert.Null(kustomization.Substitute);
        Assert.Empty(kustomization.SourceReferences);
        Assert.Empty(kustomization.DependsOn);
        Assert.Empty(kustomization.HealthChecks);
        Assert.Empty(kustomization.SubstituteFrom);
    }

    [Fact]
    public void References_default_to_its_own_namespace()
    {
        var kustomization = Read("""
              sourceRef: {kind: GitRepository, name: fleet}
              dependsOn:
                - name: controllers
                - name: crds
                  namespace: flux-system
                  readyExpr: dep.status.observedGeneration > 0
              healthChecks:
                - {apiVersion: apps/v1, kind: Deployment, name: web}
            """);

        var source = Assert.Single(kustomization.SourceReferences);
        Assert.Equal(("GitRepository", "fleet", "apps"), (source.Kind, source.Name?.Value, source.Namespace));
        Assert.Equal(
            [("kustomize.toolkit.fluxcd.io", "Kustomization", "controllers", "apps", null), ("kustomize.toolkit.fluxcd.io", "Kustomization", "crds", "flux-system", "dep.status.observedGeneration > 0")],
            kustomization.DependsOn.Select(other => (other.Group, other.Kind, other.Name?.Value, other.Namespace, other.ReadyExpression?.Value)));
        Assert.Equal(("apps/v1", "Deployment", "apps"), kustomization.HealthChecks.Select(check => (check.ApiVersion?.Value, check.Kind, check.Namespace)).Single());
    }

    [Fact]
    public void Variables_come_from_the_object_and_from_others()
    {
        var kustomization = Read("""
              postBuild:
                substitute: {region: weu}
                substituteFrom:
                  - {kind: ConfigMap, name: cluster}
                  - {kind: Secret, name: tokens, optional: true}
            """);

        Assert.Equal("weu", kustomization.Substitute?.Text("region"));
        Assert.Equal(
            [("ConfigMap", "cluster", false), ("Secret", "tokens", true)],
            kustomization.SubstituteFrom.Select(other => (other.Kind, other.Name?.Value, other.IsOptional)));
    }

    private static FluxKustomization Read(string spec) => FluxSample.Read<FluxKustomization>("kustomize.toolkit.fluxcd.io/v1", "Kustomization", spec);
}
