using FluxLint.Fleet;
using static FluxLint.Core.Tests.Fleet.SmallFleet;

namespace FluxLint.Core.Tests.Fleet;

/// <summary>What must come before what in a cluster.</summary>
public sealed class OrderGraphTests
{
    private static readonly string Sync = $"""
        # file: clusters/one/flux-system/gotk-sync.yaml
        {Kustomization("flux-system", "./clusters/one")}
        """;

    [Fact]
    public void Dependencies_and_parents_come_first()
    {
        var order = Order($"""
            # file: clusters/one/apps.yaml
            {Kustomization("infra", "./infra")}
            {Kustomization("apps", "./apps", "dependsOn: [{ name: infra }, { name: infra, namespace: other }]")}
            """);

        Assert.Equal(
            [
                "Kustomization 'infra' is applied by Kustomization 'flux-system'",
                "Kustomization 'apps' depends on Kustomization 'infra'",
                "Kustomization 'apps' is applied by Kustomization 'flux-system'",
            ],
            order.Edges.Select(edge => edge.ToString()).Where(edge => !edge.StartsWith("Kustomization 'flux-system'", StringComparison.Ordinal)));
        Assert.True(order.Needs(Named(order, "apps").Ready, Named(order, "infra").Started));
        Assert.False(order.Needs(Named(order, "infra").Ready, Named(order, "apps").Started));
        Assert.True(Named(order, "apps").IsBelow(Named(order, "flux-system")));
    }

    [Fact]
    public void A_ready_expression_says_what_it_says()
    {
        var order = Order($"""
            # file: clusters/one/apps.yaml
            {Kustomization("infra", "./infra")}
            {Kustomization("apps", "./apps", "dependsOn: [{ name: infra, readyExpr: dep.spec.suspend == false }]")}
            """);

        Assert.DoesNotContain(order.Edges, edge => edge.Reason == OrderReason.DependsOn);
    }

    [Fact]
    public void Wait_is_for_what_is_applied_and_not_for_itself()
    {
        var order = ModelOf(Load($"""
            # file: clusters/one/flux-system/gotk-sync.yaml
            {Kustomization("flux-system", "./clusters/one", "wait: true")}
            # file: clusters/one/apps.yaml
            {Kustomization("apps", "./apps")}
            {Kustomization("left-alone", "./apps", "suspend: true")}
            """).Clusters[0]).Order;

        Assert.Equal(["Kustomization 'flux-system' waits for Kustomization 'apps'"], Of(order, OrderReason.Wait));
    }

    [Fact]
    public void Health_checks_wait_for_what_they_name()
    {
        var order = Order($$"""
            # file: clusters/one/apps.yaml
            {{Kustomization("crds", "./crds")}}
            {{Kustomization("config", "./config")}}
            {{Kustomization("widgets", "./widgets")}}
            {{Kustomization("gate", "./gate", """
            healthChecks:
              - { apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, name: widgets.example.com }
              - { apiVersion: v1, kind: ConfigMap, name: settings, namespace: flux-system }
              - { apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization, name: widgets }
              - { apiVersion: apps/v1, kind: Deployment, name: unknown }
            """)}}
            # file: crds/widgets.yaml
            {{Crd}}
            # file: config/settings.yaml
            {{ConfigMap("settings", "a: b")}}
            # file: widgets/first.yaml
            {{Widget}}
            # file: gate/config.yaml
            {{ConfigMap("gate", "a: b")}}
            """);

        Assert.Equal(
            [
                "Kustomization 'gate' checks the health of Kustomization 'crds'",
                "Kustomization 'gate' checks the health of Kustomization 'config'",
                "Kustomization 'gate' checks the health of Kustomization 'widgets'",
            ],
            Of(order, OrderReason.HealthCheck));
        Assert.Equal(["Kustomization 'widgets' needs the CRD of 'Widget.example.com' from Kustomization 'crds'"], Of(order, OrderReason.Definition));
    }

    [Fact]
    public void Sources_come_before_what_they_give()
    {
        var order = ModelOf(Load($$"""
            # file: clusters/one/flux-system/gotk-sync.yaml
            {{GitRepository("flux-system", "https://example.com/fleet")}}
            {{Kustomization("flux-system", "./clusters/one")}}
            # file: clusters/one/apps.yaml
            {{Kustomization("apps", "./apps").Replace("GitRepository", "ExternalArtifact", StringComparison.Ordinal).Replace("name: flux-system", "name: part", StringComparison.Ordinal)}}
            ---
            apiVersion: source.extensions.fluxcd.io/v1beta1
            kind: ArtifactGenerator
            metadata:
              name: parts
              namespace: flux-system
            spec:
              sources:
                - { alias: fleet, kind: GitRepository, name: flux-system }
              artifacts:
                - { name: part, copy: [{ from: "@fleet/apps/**", to: "@artifact/" }] }
            """).Clusters[0]).Order;

        Assert.Equal(
            [
                "Kustomization 'flux-system' takes its content from GitRepository 'flux-system'",
                "Kustomization 'apps' takes its content from ArtifactGenerator 'parts'",
                "ArtifactGenerator 'parts' takes its content from GitRepository 'flux-system'",
            ],
            Of(order, OrderReason.Source).OrderByDescending(edge => edge.StartsWith("Kustomization 'f", StringComparison.Ordinal)));
        // Bootstrap applies it by hand.
        Assert.Null(order.Find(new("source.toolkit.fluxcd.io", "GitRepository", "flux-system", "flux-system"))?.Parent);
        Assert.Empty(order.Cycles());
    }

    [Fact]
    public void A_namespace_comes_before_what_is_in_it_unless_two_make_it()
    {
        var order = Order($$"""
            # file: clusters/one/apps.yaml
            {{Kustomization("namespaces", "./namespaces")}}
            {{Kustomization("more", "./more")}}
            {{Kustomization("apps", "./apps")}}
            # file: namespaces/all.yaml
            {{Namespace("one")}}
            {{Namespace("two")}}
            # file: more/two.yaml
            {{Namespace("two")}}
            # file: apps/config.yaml
            {{ConfigMap("first", "a: b", "one")}}
            {{ConfigMap("second", "a: b", "two")}}
            """);

        Assert.Equal(["Kustomization 'apps' needs namespace 'one' from Kustomization 'namespaces'"], Of(order, OrderReason.Namespace));
    }

    [Fact]
    public void What_goes_to_another_cluster_has_no_part_in_the_order_of_this_one()
    {
        var order = Order($$"""
            # file: clusters/one/apps.yaml
            {{Kustomization("remote", "./remote", "wait: true\nkubeConfig: { secretRef: { name: other } }")}}
            # file: remote/apps.yaml
            {{Kustomization("inside", "./inside")}}
            """);

        Assert.Equal(["flux-system", "remote"], order.Nodes.Select(node => node.Resource.Id.Name).Order());
    }

    [Fact]
    public void A_child_that_applies_the_first_kustomization_is_not_above_it()
    {
        var order = ModelOf(Load($"""
            # file: clusters/one/kustomization.yaml
            resources: [flux.yaml]
            # file: clusters/one/flux.yaml
            {Kustomization("cluster", "./clusters/one")}
            {Kustomization("flux", "./flux")}
            # file: flux/sync.yaml
            {Kustomization("cluster", "./clusters/one")}
            """).Clusters.Single(cluster => cluster.Directory == "clusters/one")).Order;

        Assert.Null(Named(order, "cluster").Parent);
        Assert.Empty(order.Cycles());
    }

    [Theory]
    [InlineData("a", "b", "c")]
    [InlineData("c", "a", "b")]
    [InlineData("b", "c", "a")]
    public void A_cycle_looks_the_same_in_whatever_order_it_is_met(params string[] names)
    {
        var next = new Dictionary<string, string> { ["a"] = "b", ["b"] = "c", ["c"] = "a" };
        var order = Order($"""
            # file: clusters/one/apps.yaml
            {string.Concat(names.Select(name => Kustomization(name, "./apps", $"dependsOn: [{{ name: {next[name]} }}]")))}
            """);

        var cycle = Assert.Single(order.Cycles());

        Assert.Equal(
            "Kustomization 'a' depends on Kustomization 'b', which depends on Kustomization 'c', which depends on Kustomization 'a'",
            cycle.ToString());
    }

    [Fact]
    public void Objects_that_all_depend_on_each_other_are_told_within_bounds()
    {
        var names = Enumerable.Range(0, 60).Select(i => $"k{i}").ToList();
        var all = $"dependsOn: [{string.Join(", ", names.Select(name => $"{{ name: {name} }}"))}]";
        var order = Order($"""
            # file: clusters/one/apps.yaml
            {string.Concat(names.Select(name => Kustomization(name, "./apps", all)))}
            """);

        Assert.InRange(order.Cycles().Length, 1, 24);
    }

    [Fact]
    public void A_long_cycle_is_not_followed_from_each_of_its_objects()
    {
        const int Count = 2_000;
        var order = Order($"""
            # file: clusters/one/apps.yaml
            {string.Join("\n", Enumerable.Range(0, Count).Select(i => Kustomization($"k{i}", "./apps", $"dependsOn: [{{ name: k{(i + 1) % Count} }}]")))}
            """);
        var cycles = new OrderCycles([.. order.Nodes.SelectMany(node => new[] { node.Started, node.Applied, node.Ready }).OrderBy(step => step.Index).Select(order.NeedsOf)], edge => edge.Reason == OrderReason.DependsOn);

        Assert.Equal(Count, Assert.Single(cycles.Find()).Edges.Length);
        Assert.InRange(cycles.Followed, Count, OrderCycles.MaximumEdges + (4 * Count));
    }

    private const string Crd = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: widgets.example.com
        spec:
          group: example.com
          names: { kind: Widget, plural: widgets }
        """;

    private const string Widget = """
        apiVersion: example.com/v1
        kind: Widget
        metadata:
          name: first
          namespace: default
        """;

    private static string Namespace(string name) => $"""
        ---
        apiVersion: v1
        kind: Namespace
        metadata:
          name: {name}

        """;

    private static OrderGraph Order(string text) => ModelOf(Load($"{Sync}\n{text}").Clusters.Single(cluster => cluster.Directory == "clusters/one")).Order;

    private static IEnumerable<string> Of(OrderGraph order, OrderReason reason) =>
        order.Edges.Where(edge => edge.Reason == reason).Select(edge => edge.ToString());

    private static OrderNode Named(OrderGraph order, string name) => order.Nodes.Single(node => node.Resource.Id.Name == name);
}
