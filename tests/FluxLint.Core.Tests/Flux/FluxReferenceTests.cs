using FluxLint.Flux;

namespace FluxLint.Core.Tests.Flux;

/// <summary>What notification, image automation and the operator refer to.</summary>
public sealed class FluxReferenceTests
{
    [Fact]
    public void Alert_sends_events_of_objects_to_a_provider()
    {
        var alert = FluxSample.Read<Alert>("notification.toolkit.fluxcd.io/v1beta3", "Alert", """
              providerRef: {name: slack}
              eventSources:
                - {kind: Kustomization, name: "*", namespace: flux-system, matchLabels: {team: a}}
                - {kind: HelmRelease, name: web}
            """);

        Assert.Equal("slack", alert.ProviderName?.Value);
        Assert.Equal([("*", "flux-system", true), ("web", "apps", false)], alert.EventSources.Select(other => (other.Name?.Value, other.Namespace, other.MatchLabels is not null)));
    }

    [Fact]
    public void Receiver_has_objects_reconciled()
    {
        var receiver = FluxSample.Read<Receiver>("notification.toolkit.fluxcd.io/v1", "Receiver", "  type: github\n  secretRef: {name: token}\n  resources:\n    - {kind: GitRepository, name: fleet}");

        Assert.Equal(("github", "token"), (receiver.Type?.Value, receiver.SecretName?.Value));
        Assert.Equal(("GitRepository", "fleet", "apps"), receiver.Targets.Select(other => (other.Kind, other.Name?.Value, other.Namespace)).Single());
    }

    [Fact]
    public void Image_policy_refers_to_a_repository()
    {
        var policy = FluxSample.Read<ImagePolicy>("image.toolkit.fluxcd.io/v1", "ImagePolicy", "  imageRepositoryRef: {name: web}\n  policy: {semver: {range: 1.x}}");

        Assert.Equal(("ImageRepository", "web", "apps"), (policy.Repository?.Kind, policy.Repository?.Name?.Value, policy.Repository?.Namespace));
    }

    [Fact]
    public void Image_automation_writes_to_a_branch_of_a_source()
    {
        var automation = FluxSample.Read<ImageUpdateAutomation>("image.toolkit.fluxcd.io/v1", "ImageUpdateAutomation", """
              sourceRef: {kind: GitRepository, name: fleet}
              git:
                checkout: {ref: {branch: main}}
                push: {branch: images}
              update: {path: ./clusters}
            """);

        Assert.Equal(("main", "images", "./clusters"), (automation.CheckoutBranch?.Value, automation.PushBranch?.Value, automation.UpdatePath?.Value));
        Assert.Equal("fleet", Assert.Single(automation.SourceReferences).Name?.Value);
    }

    [Fact]
    public void Instance_has_components_and_a_sync_named_after_its_namespace()
    {
        var instance = FluxSample.Read<FluxInstance>("fluxcd.controlplane.io/v1", "FluxInstance", """
              distribution: {version: 2.x, registry: ghcr.io/fluxcd}
              sync: {kind: GitRepository, url: "https://example.com/fleet", ref: refs/heads/main, path: clusters/a}
            """);

        Assert.Equal("2.x", instance.Version?.Value);
        Assert.Equal(["source-controller", "kustomize-controller", "helm-controller", "notification-controller"], instance.Components.AsEnumerable());
        Assert.Equal(("apps", "GitRepository", "clusters/a"), (instance.Sync?.Name, instance.Sync?.Kind?.Value, instance.Sync?.Path?.Value));
    }

    [Fact]
    public void Instance_may_name_components_and_sync()
    {
        var instance = FluxSample.Read<FluxInstance>("fluxcd.controlplane.io/v1", "FluxInstance", "  components: [source-controller, source-watcher]\n  sync: {name: fleet}");

        Assert.Equal(["source-controller", "source-watcher"], instance.Components.AsEnumerable());
        Assert.Equal("fleet", instance.Sync?.Name);
    }

    [Fact]
    public void Resource_set_depends_on_objects_of_any_kind()
    {
        var set = FluxSample.Read<ResourceSet>("fluxcd.controlplane.io/v1", "ResourceSet", """
              dependsOn:
                - {apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, name: certificates.cert-manager.io}
                - {apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, name: cert-manager, namespace: cert-manager, ready: true}
              inputs:
                - {tenant: a}
              inputsFrom:
                - {name: tenants}
            """);

        Assert.Equal(
            [("apiextensions.k8s.io", "CustomResourceDefinition", ""), ("helm.toolkit.fluxcd.io", "HelmRelease", "cert-manager")],
            set.DependsOn.Select(other => (other.Group, other.Kind, other.Namespace)));
        Assert.Single(set.Inputs);
        Assert.Equal(("ResourceSetInputProvider", "tenants", "apps"), set.InputsFrom.Select(other => (other.Kind, other.Name?.Value, other.Namespace)).Single());
    }
}
