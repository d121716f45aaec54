using FluxLint.Fleet;
using FluxLint.Kustomize;
using FluxLint.Syntax;
using static FluxLint.Core.Tests.Fleet.SmallFleet;

namespace FluxLint.Core.Tests.Fleet;

/// <summary>What ResourceSets bring to their cluster.</summary>
public sealed class ResourceSetTests
{
    private const string Tenants = """
        commonMetadata: { labels: { team: platform } }
        inputs:
          - { tenant: one, replicas: 2 }
          - { tenant: two, replicas: 3 }
        """;

    [Fact]
    public void Objects_are_made_for_each_input_and_once_for_each_name()
    {
        var inventory = Expand($"""
            {Tenants}
            resources:
              - apiVersion: v1
                kind: ConfigMap
                metadata: ##name: shared, namespace: apps%%
              - apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: app-<< inputs.tenant >>
                  namespace: apps
                spec:
                  replicas: << inputs.replicas >>
                  paused: '<< eq inputs.tenant "one" >>'
                  text: << inputs.replicas | quote >>
                  selector: << dict "matchLabels" (dict "a" "b") | toYaml | nindent 4 >>
              - apiVersion: v1
                kind: ServiceAccount
                metadata:
                  name: << inputs.tenant >>
                  namespace: apps
                  annotations:
                    fluxcd.controlplane.io/reconcile: << if eq inputs.tenant "one" >>enabled<< else >>disabled<< end >>
            """);

        Assert.Equal(InventoryState.Built, inventory.State);
        Assert.Equal(
            ["ConfigMap/shared.apps", "Deployment/app-one.apps", "Deployment/app-two.apps", "ServiceAccount/one.apps"],
            inventory.Resources.Select(resource => resource.ToString()));
        var spec = inventory.Resources[2].Root.Mapping("spec");
        Assert.Equal(ScalarKind.Integer, spec?.Scalar("replicas")?.Kind);
        Assert.Equal("3", spec?.Text("replicas"));
        Assert.Equal(ScalarKind.Boolean, spec?.Scalar("paused")?.Kind);
        Assert.Equal(ScalarKind.String, spec?.Scalar("text")?.Kind);
        Assert.Equal("b", spec?.At("selector", "matchLabels", "a")?.ToString());
        Assert.Equal("platform", inventory.Resources[0].Root.At("metadata", "labels", "team")?.ToString());
    }

    [Fact]
    public void A_value_points_at_its_template_and_its_input()
    {
        var inventory = Expand($"""
            {Tenants}
            resources:
              - apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: app-<< inputs.tenant >>
            """);

        var name = Assert.IsType<YamlScalar>(inventory.Resources[1].Root.At("metadata", "name"));
        Assert.Equal("app-<< inputs.tenant >>", name.Source.Slice(name.Span));
        Assert.Equal(ProvenanceStep.Input, name.Derivation?.Step);
        Assert.Equal("two", name.Derivation?.Cause.Source.Slice(name.Derivation.Cause.Span).ToString());
    }

    [Fact]
    public void A_template_of_several_documents_is_read_where_it_stands()
    {
        var inventory = Expand($"""
            {Tenants}
            resourcesTemplate: |
              <<- range $i := until 2 >>
              ---
              apiVersion: v1
              kind: ConfigMap
              metadata:
                name: << inputs.tenant >>-<< $i >>
                namespace: fixed
              <<- end >>
            """);

        Assert.Equal(["one-0", "one-1", "two-0", "two-1"], inventory.Resources.Select(resource => resource.Id.Name));
        var name = Assert.IsType<YamlScalar>(inventory.Resources[2].Root.At("metadata", "name"));
        Assert.Equal("<< inputs.tenant >>-<< $i >>", name.Source.Slice(name.Span));
        Assert.Equal("two", name.Derivation?.Cause.Source.Slice(name.Derivation.Cause.Span).ToString());
        var place = Assert.IsType<YamlScalar>(inventory.Resources[2].Root.At("metadata", "namespace"));
        Assert.Equal("fixed", place.Source.Slice(place.Span));
    }

    [Fact]
    public void Inputs_of_static_providers_are_permuted()
    {
        var inventory = Expand("""
            inputStrategy: { name: Permute }
            inputs: [{ a: 1 }, { a: 2 }]
            inputsFrom: [{ kind: ResourceSetInputProvider, name: the-zones }]
            resources:
              - apiVersion: v1
                kind: ConfigMap
                metadata: { name: "c-<< inputs.set.a >>-<< inputs.the_zones.zone >>" }
            """, provider: "type: Static\n  defaultValues: { zone: eu }");

        Assert.Equal(["c-1-eu", "c-2-eu"], inventory.Resources.Select(resource => resource.Id.Name));
    }

    [Theory]
    [InlineData("<< xyz >>", "type: Static", "unknown function 'xyz'")]
    [InlineData("<< inputs.pull >>", "type: GitHubPullRequest", "ResourceSetInputProvider 'the-zones' asks 'GitHubPullRequest'")]
    [InlineData("a: b << \"\" >>", "type: Static", null)]
    [InlineData("<< \"[\" >>", "type: Static", "a template gives no YAML")]
    public void What_is_not_static_is_a_gap(string name, string provider, string? reason)
    {
        var inventory = Expand($"""
            inputs: [##a: 1%%]
            inputsFrom: [##kind: ResourceSetInputProvider, name: the-zones%%]
            resources:
              - apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: '{name}'
            """, provider);

        Assert.Equal(reason is null ? InventoryState.Built : InventoryState.Unknown, inventory.State);
        if (reason is not null)
            Assert.StartsWith($"ResourceSet 'set' cannot be evaluated statically: {reason}", Assert.Single(inventory.Output?.Problems ?? []).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Kustomizations_that_a_set_makes_are_followed()
    {
        var cluster = Cluster("""
            inputs: [{ app: one }, { app: two }]
            resources:
              - apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata: { name: << inputs.app >>, namespace: flux-system }
                spec:
                  path: ./apps/<< inputs.app >>
                  sourceRef: { kind: GitRepository, name: flux-system }
            """);

        Assert.Equal(["clusters/one", null, "apps/one", "apps/two"], cluster.Inventories.Select(inventory => inventory.Directory));
        Assert.False(cluster.HasGaps);
    }

    private static Inventory Expand(string spec, string provider = "type: Static") =>
        Cluster(spec, provider).Inventories.Single(inventory => inventory.Owner?.Id.Kind == "ResourceSet");

    private static Cluster Cluster(string spec, string provider = "type: Static") => Assert.Single(Load($$"""
        # file: clusters/one/flux-system/gotk-sync.yaml
        {{Kustomization("flux-system", "./clusters/one")}}
        # file: clusters/one/set.yaml
        apiVersion: fluxcd.controlplane.io/v1
        kind: ResourceSet
        metadata:
          name: set
          namespace: flux-system
        spec:
          {{spec.Replace("##", "{ ", StringComparison.Ordinal).Replace("%%", " }", StringComparison.Ordinal).ReplaceLineEndings("\n  ")}}
        ---
        apiVersion: fluxcd.controlplane.io/v1
        kind: ResourceSetInputProvider
        metadata:
          name: the-zones
          namespace: flux-system
        spec:
          {{provider}}
        # file: apps/one/config.yaml
        {{ConfigMap("one", "a: b")}}
        # file: apps/two/config.yaml
        {{ConfigMap("two", "a: b")}}
        """).Clusters);
}
