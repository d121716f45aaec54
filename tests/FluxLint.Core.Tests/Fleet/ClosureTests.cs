using FluxLint.Fleet;
using FluxLint.Syntax;
using static FluxLint.Core.Tests.Fleet.SmallFleet;

namespace FluxLint.Core.Tests.Fleet;

/// <summary>What an entry point brings to its cluster.</summary>
public sealed class ClosureTests
{
    [Fact]
    public void What_an_entry_point_asks_for_itself_holds_for_its_own_build()
    {
        var cluster = Assert.Single(Load($"""
            # file: clusters/one/flux-system/gotk-sync.yaml
            {Kustomization("flux-system", "./clusters/one", """
            patches:
              - target: { kind: Kustomization, name: app }
                patch: |
                  - op: add
                    path: /spec/path
                    value: ./apps/app
            """)}
            # file: clusters/one/app.yaml
            {Kustomization("app", "./nowhere")}
            # file: apps/app/config.yaml
            {ConfigMap("config", "a: b")}
            """).Clusters);

        Assert.Equal(["clusters/one", "apps/app"], cluster.Inventories.Select(inventory => inventory.Directory));
        Assert.Equal("flux-system", cluster.Inventories[0].Kustomization?.Resource.Id.Name);
        Assert.False(cluster.HasGaps);
    }

    [Theory]
    [InlineData("./missing", InventoryState.MissingPath)]
    [InlineData("../missing", InventoryState.MissingPath)]
    [InlineData("../../apps/app", InventoryState.Built)]
    [InlineData("./apps/${APP}", InventoryState.Unknown)]
    public void A_path_that_cannot_be_built_costs_nothing_else(string path, InventoryState state)
    {
        var cluster = Assert.Single(Load($"""
            # file: clusters/one/flux-system/gotk-sync.yaml
            {Kustomization("flux-system", "./clusters/one")}
            # file: clusters/one/apps.yaml
            {Kustomization("broken", path)}
            {Kustomization("fine", "./apps/app")}
            # file: apps/app/config.yaml
            {ConfigMap("config", "a: b")}
            """).Clusters);

        Assert.Equal([InventoryState.Built, state, InventoryState.Built], cluster.Inventories.Select(inventory => inventory.State));
        Assert.Equal(state != InventoryState.Built, cluster.HasGaps);
        Assert.Contains(cluster.Resources, resource => resource.Id.Name == "config");
    }

    [Theory]
    [InlineData("../apps/app")]
    [InlineData("/apps/../../apps/./app/")]
    public void A_path_never_leaves_its_source(string path)
    {
        var cluster = Assert.Single(Load($"""
            # file: clusters/one/flux-system/gotk-sync.yaml
            {Kustomization("flux-system", "./clusters/one")}
            # file: clusters/one/apps.yaml
            {Kustomization("app", path)}
            # file: apps/app/config.yaml
            {ConfigMap("config", "a: b")}
            """).Clusters);

        Assert.Equal(("apps/app", ""), (cluster.Inventories[^1].Directory, cluster.Inventories[^1].SourceRoot));
        Assert.False(cluster.HasGaps);
    }

    [Theory]
    [InlineData("ref: { branch: main }", InventoryState.MissingPath)]
    [InlineData("ref: { branch: next }", InventoryState.Unknown)]
    [InlineData("ref: { branch: main }\ninclude: [{ repository: { name: more } }]", InventoryState.Unknown)]
    public void A_path_is_missing_only_from_the_files_at_hand(string more, InventoryState state)
    {
        const string url = "https://example.com/org/fleet";
        var cluster = Assert.Single(Load($"""
            # file: clusters/one/flux-system/gotk-sync.yaml
            {GitRepository("flux-system", $"{url}\n  ref: {{ branch: main }}")}
            {Kustomization("flux-system", "./clusters/one")}
            # file: clusters/one/apps.yaml
            {GitRepository("second", $"{url}\n  {more.ReplaceLineEndings("\n  ")}")}
            {Kustomization("app", "./missing", source: "second")}
            """).Clusters);

        Assert.Equal(state, cluster.Inventories[^1].State);
    }

    [Fact]
    public void Components_that_do_not_exist_may_be_left_out()
    {
        var cluster = Assert.Single(Load($"""
            # file: clusters/one/apps.yaml
            {Kustomization("app", "./app", "ignoreMissingComponents: true\ncomponents: [../gone, ../there]")}
            # file: app/config.yaml
            {ConfigMap("config", "a: b")}
            # file: there/kustomization.yaml
            kind: Component
            nameSuffix: -there
            """).Clusters);

        Assert.NotNull(cluster.Find(new("", "ConfigMap", "flux-system", "config-there")));
        Assert.False(cluster.HasGaps);
    }

    [Fact]
    public void A_Kustomization_that_patches_itself_ends()
    {
        var cluster = Assert.Single(Load($$"""
            # file: clusters/one/loop.yaml
            {{Kustomization("loop", "./loop")}}
            # file: loop/loop.yaml
            {{Kustomization("loop", "./loop", "patches: [{ target: { kind: Kustomization }, patch: '[{ op: add, path: /spec/targetNamespace, value: apps }]' }]")}}
            """).Clusters);

        Assert.DoesNotContain(cluster.Inventories, inventory => inventory.State == InventoryState.TooDeep);
    }

    [Theory]
    [InlineData("ssh://git@example.com/org/fleet.git", InventoryState.Built)]
    [InlineData("https://example.com/org/other", InventoryState.Elsewhere)]
    public void A_second_source_is_this_repository_when_it_has_its_url(string url, InventoryState state)
    {
        var cluster = Assert.Single(Load($"""
            # file: clusters/one/flux-system/gotk-sync.yaml
            {GitRepository("flux-system", "https://example.com/org/fleet")}
            {Kustomization("flux-system", "./clusters/one")}
            # file: clusters/one/apps.yaml
            {Kustomization("app", "./apps/app", source: "second")}
            # file: clusters/one/late.yaml
            {Kustomization("sources", "./sources")}
            # file: sources/second.yaml
            {GitRepository("second", url)}
            # file: apps/app/config.yaml
            {ConfigMap("config", "a: b")}
            """).Clusters);

        Assert.Equal(state, cluster.Inventories.Single(inventory => inventory.Owner?.Id.Name == "app").State);
        Assert.Equal(state == InventoryState.Built ? "" : null, cluster.RootOf(new("source.toolkit.fluxcd.io", "GitRepository", "flux-system", "second")));
    }

    [Fact]
    public void Two_repositories_side_by_side_are_one_fleet()
    {
        var fleet = Load($"""
            # file: platform/clusters/one/flux-system/gotk-sync.yaml
            {GitRepository("flux-system", "https://example.com/org/platform")}
            {Kustomization("flux-system", "./clusters/one")}
            # file: platform/clusters/one/apps.yaml
            {GitRepository("apps", "https://example.com/org/apps")}
            {Kustomization("apps", "./deploy", source: "apps")}
            {Kustomization("base", "./base")}
            # file: platform/base/config.yaml
            {ConfigMap("base", "a: b")}
            # file: apps/deploy/config.yaml
            {ConfigMap("app", "a: b")}
            """, ("ssh://git@example.com/org/platform", "platform"), ("https://example.com/org/apps.git", "apps"));

        // Bootstrap writes the path as the repository of its own has it.
        var cluster = ClusterNamed(fleet, "platform/clusters/one");

        Assert.Equal(["platform/clusters/one", "apps/deploy", "platform/base"], cluster.Inventories.Select(inventory => inventory.Directory));
        Assert.False(cluster.HasGaps);
    }

    [Fact]
    public void What_goes_to_another_cluster_is_not_in_this_one()
    {
        var cluster = Assert.Single(Load($$"""
            # file: clusters/one/flux-system/gotk-sync.yaml
            {{Kustomization("flux-system", "./clusters/one")}}
            # file: clusters/one/apps.yaml
            {{Kustomization("app", "./apps/app", "kubeConfig: { secretRef: { name: other } }")}}
            # file: apps/app/config.yaml
            {{ConfigMap("config", "a: b")}}
            """).Clusters);

        Assert.Contains(cluster.Resources, resource => resource.Id.Name == "config");
        Assert.Null(cluster.Find(new("", "ConfigMap", "flux-system", "config")));
    }

    [Fact]
    public void Clusters_that_give_a_path_the_same_inputs_share_what_it_makes()
    {
        var fleet = Load($"""
            # file: clusters/one/kustomization.yaml
            resources: [../../shared]
            # file: clusters/two/kustomization.yaml
            resources: [../../shared]
            # file: shared/kustomization.yaml
            resources: [app.yaml]
            # file: shared/app.yaml
            {Kustomization("app", "./apps/app", "targetNamespace: apps")}
            # file: apps/app/config.yaml
            {ConfigMap("config", "a: b")}
            """);

        var outputs = fleet.Clusters.Select(cluster => cluster.Inventories[1].Output).Distinct().ToList();

        Assert.Equal("apps", Assert.Single(outputs)?.Resources.Single().Id.Namespace);
    }

    [Fact]
    public void Variables_of_the_parent_name_what_its_children_build()
    {
        var cluster = Assert.Single(Load($$"""
            # file: clusters/one/flux-system/gotk-sync.yaml
            {{Kustomization("flux-system", "./clusters/one", "postBuild: { substitute: { STAGE: prod } }")}}
            # file: clusters/one/apps.yaml
            {{Kustomization("apps-${STAGE}", "./apps/${STAGE}")}}
            # file: apps/prod/config.yaml
            {{ConfigMap("config", "a: b")}}
            """).Clusters);

        Assert.Equal([("flux-system", "clusters/one"), ("apps-prod", "apps/prod")], cluster.Inventories.Select(inventory => (inventory.Owner?.Id.Name ?? "", inventory.Directory ?? "")));
        Assert.False(cluster.HasGaps);
    }

    [Fact]
    public void Variables_come_from_a_ConfigMap_that_another_Kustomization_applies_later()
    {
        var cluster = Assert.Single(Load($$"""
            # file: clusters/one/flux-system/gotk-sync.yaml
            {{Kustomization("flux-system", "./clusters/one")}}
            # file: clusters/one/apps.yaml
            {{Kustomization("apps", "./apps", "postBuild: { substituteFrom: [{ kind: ConfigMap, name: settings }] }")}}
            {{Kustomization("settings", "./settings", "postBuild: { substitute: { STAGE: prod } }")}}
            # file: apps/config.yaml
            {{ConfigMap("config-${STAGE}", "replicas: \"${REPLICAS:=2}\"")}}
            # file: settings/settings.yaml
            {{ConfigMap("settings", "STAGE: \"${STAGE}\"")}}
            """).Clusters);

        var config = cluster.Find(new("", "ConfigMap", "flux-system", "config-prod"));
        Assert.NotNull(config);
        Assert.Equal("2", (config.Root.At("data", "replicas") as YamlScalar)?.Value);
        Assert.False(cluster.HasGaps);
    }

    [Fact]
    public void What_was_asked_for_before_it_was_known_is_answered_for_all_alike()
    {
        var cluster = Assert.Single(Load($$"""
            # file: clusters/one/flux-system/gotk-sync.yaml
            {{Kustomization("flux-system", "./clusters/one")}}
            # file: clusters/one/apps.yaml
            {{Kustomization("early", "./apps", "postBuild: { substituteFrom: [{ kind: ConfigMap, name: settings }] }")}}
            {{Kustomization("settings", "./settings")}}
            {{Kustomization("late", "./more", "postBuild: { substituteFrom: [{ kind: ConfigMap, name: settings }] }")}}
            # file: settings/settings.yaml
            {{ConfigMap("settings", "REGION: eu")}}
            # file: apps/app.yaml
            {{ConfigMap("early", "region: \"${REGION}\"")}}
            # file: more/app.yaml
            {{ConfigMap("late", "region: \"${REGION}\"")}}
            """).Clusters);

        Assert.Equal(["eu", "eu"], cluster.Resources.Where(resource => resource.Id is { Kind: "ConfigMap", Name: "early" or "late" }).Select(resource => (resource.Root.At("data", "region") as YamlScalar)?.Value));
    }

    [Fact]
    public void Variables_that_only_the_cluster_has_stay_as_they_are_written()
    {
        var cluster = Assert.Single(Load($$"""
            # file: clusters/one/flux-system/gotk-sync.yaml
            {{Kustomization("flux-system", "./clusters/one")}}
            # file: clusters/one/apps.yaml
            {{Kustomization("apps", "./apps", "postBuild: { substitute: { STAGE: prod }, substituteFrom: [{ kind: Secret, name: unseen }] }")}}
            # file: apps/config.yaml
            {{ConfigMap("config", "a: \"${STAGE}-${REGION:=west}\"")}}
            """).Clusters);

        Assert.Equal("prod-${REGION:=west}", (cluster.Find(new("", "ConfigMap", "flux-system", "config"))?.Root.At("data", "a") as YamlScalar)?.Value);
    }

    [Fact]
    public void Clusters_with_other_variables_share_what_does_not_use_them()
    {
        var fleet = Load($$"""
            # file: clusters/one/apps.yaml
            {{Kustomization("apps", "./apps", "postBuild: { substitute: { REGION: west } }")}}
            # file: clusters/two/apps.yaml
            {{Kustomization("apps", "./apps", "postBuild: { substitute: { REGION: east } }")}}
            # file: apps/config.yaml
            {{ConfigMap("fixed", "a: b")}}
            {{ConfigMap("regional", "a: \"${REGION}\"")}}
            """);

        Assert.Equal([1, 1, 2], fleet.Resources.Where(shared => shared.Resource.Id.Kind == "ConfigMap").Select(shared => shared.Clusters.Length).Order());
    }

    [Fact]
    public void Common_metadata_says_where_it_comes_from()
    {
        var cluster = Assert.Single(Load($$"""
            # file: clusters/one/apps.yaml
            {{Kustomization("apps", "./apps", "commonMetadata: { labels: { team: a } }")}}
            # file: apps/config.yaml
            {{ConfigMap("config", "a: b")}}
            """).Clusters);

        var team = cluster.Resources.Single(resource => resource.Id.Kind == "ConfigMap").Root.At("metadata", "labels", "team");
        Assert.Equal(("clusters/one/apps.yaml", "commonMetadata"), (team?.Location.Path, team?.Derivation?.Step));
    }

    [Theory]
    [InlineData("Always", "a-")]
    [InlineData("WithVariables", "a-${NAME}")]
    public void Without_variables_nothing_is_substituted_unless_it_is_asked_for(string strategy, string expected)
    {
        var cluster = Assert.Single(Load($$"""
            # file: clusters/one/apps.yaml
            {{Kustomization("apps", "./apps", $"postBuild: {{ substituteStrategy: {strategy} }}")}}
            # file: apps/config.yaml
            {{ConfigMap("config", "a: \"a-${NAME}\"")}}
            """).Clusters);

        Assert.Equal(expected, (cluster.Find(new("", "ConfigMap", "flux-system", "config"))?.Root.At("data", "a") as YamlScalar)?.Value);
    }

    [Theory]
    [InlineData("kustomize.toolkit.fluxcd.io/ssa: IfNotPresent", false)]
    [InlineData("kustomize.toolkit.fluxcd.io/ssa: Override", true)]
    [InlineData("team: a", true)]
    public void Variables_are_not_all_known_where_others_write_them_as_well(string annotation, bool expected)
    {
        var cluster = Assert.Single(Load($$"""
            # file: clusters/one/apps.yaml
            {{Kustomization("apps", "./apps", "postBuild: { substituteFrom: [{ kind: ConfigMap, name: settings }] }")}}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: { name: settings, namespace: flux-system, annotations: { {{annotation}} } }
            data: { STAGE: prod }
            # file: apps/config.yaml
            {{ConfigMap("config", "a: b")}}
            """).Clusters);

        Assert.Equal(expected, cluster.Inventories[^1].Variables.IsComplete);
    }

    [Fact]
    public void Object_that_a_transformer_moved_is_found_by_the_namespace_of_its_manifest()
    {
        var cluster = Assert.Single(Load($$"""
            # file: clusters/one/apps.yaml
            {{Kustomization("apps", "./apps", "targetNamespace: tenant")}}
            # file: apps/config.yaml
            {{ConfigMap("config", "a: b", "written")}}
            """).Clusters);

        var moved = cluster.FindMoved(new("", "ConfigMap", "written", "config"));

        Assert.Equal(("tenant", "written", "clusters/one/apps.yaml"), (moved?.Resource.Id.Namespace, moved?.WrittenNamespace, moved?.Cause.Path));
        Assert.Null(cluster.FindMoved(new("", "ConfigMap", "tenant", "config")));
    }

    private static Cluster ClusterNamed(ClusterSet fleet, string directory) => fleet.Clusters.Single(cluster => cluster.Directory == directory);
}
