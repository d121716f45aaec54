using FluxLint.Changes;
using FluxLint.Core.Tests.Fleet;
using FluxLint.Syntax;
using static FluxLint.Core.Tests.Changes.SmallChange;

namespace FluxLint.Core.Tests.Changes;

/// <summary>What two states of a fleet differ in.</summary>
public sealed class FleetChangesTests
{
    private const string Deployment = "spec: {template: {spec: {containers: [{name: web, image: 'web:1'}, {name: proxy, image: 'proxy:1', args: [a, b]}]}}}";

    [Fact]
    public void The_same_change_in_several_clusters_is_one()
    {
        var change = Assert.Single(OfObject(SmallFleet.ConfigMap("web", "a: 1"), SmallFleet.ConfigMap("web", "a: 2")).Objects);

        Assert.Equal(["one", "two"], change.Clusters.Select(cluster => cluster.Name));
        var field = Assert.Single(change.Fields);
        Assert.Equal(("data.a", "apps/object.yaml:7:11", "1", "2"), (field.Path.ToString(), field.Cause?.Location.ToString(), field.Before?.Value.ToString(), field.After?.Value.ToString()));
    }

    [Fact]
    public void What_is_written_otherwise_and_means_the_same_is_no_change() =>
        Assert.True(OfObject("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata: {a: x, b: z}\n", "kind: ConfigMap\napiVersion: v1\nmetadata:\n  name: web\ndata: {b: 'z', a: x}\n").IsEmpty);

    [Theory]
    [InlineData("web:1", "web:2", "spec.template.spec.containers[0].image: web:1 -> web:2")]
    [InlineData("{name: web, image: 'web:1'}, ", "", "spec.template.spec.containers[0]: {name: web, image: web:1} -> ")]
    [InlineData("{name: web, ", "{name: first, image: x}, {name: web, ", "spec.template.spec.containers[0]:  -> {name: first, image: x}")]
    [InlineData("[a, b]", "[a, c, b]", "spec.template.spec.containers[1].args[1]:  -> c")]
    [InlineData("[a, b]", "[b]", "spec.template.spec.containers[1].args[0]: a -> ")]
    [InlineData("[a, b]", "[b, a]", "spec.template.spec.containers[1].args[0]: a -> b|spec.template.spec.containers[1].args[1]: b -> a")]
    public void Items_are_known_by_their_names_or_by_those_around_them(string old, string @new, string expected)
    {
        var change = Assert.Single(OfObject(Manifest("apps/v1", "Deployment", Deployment), Manifest("apps/v1", "Deployment", Deployment.Replace(old, @new))).Objects);

        Assert.Equal(expected, string.Join('|', change.Fields.Select(field => $"{field.Path}: {Text(field.Before?.Value)} -> {Text(field.After?.Value)}")));
    }

    [Fact]
    public void A_generated_object_with_another_hash_is_the_same_object()
    {
        var changes = Of(
            new() { ["apps/kustomization.yaml"] = "configMapGenerator: [{name: web, literals: [a=1]}]\n" },
            ("apps/kustomization.yaml", "configMapGenerator: [{name: web, literals: [a=2]}]\n"));

        Assert.Equal(["metadata.name", "data.a"], Assert.Single(changes.Objects).Fields.Select(field => field.Path.ToString()));
        Assert.False(changes.AreDangerous);
    }

    [Theory]
    [InlineData("zone: '${zone}'", "zone: 'other-${zone}'", 1)]
    [InlineData("zone: '${zone}'", "zone: '${zone:=x}'", 0)]
    [InlineData("zone: '${zone}'", "zone: fixed", 1)]
    public void A_change_around_variables_is_one_whatever_their_values(string before, string after, int count)
    {
        var changes = Of(
            new()
            {
                ["apps/web.yaml"] = SmallFleet.ConfigMap("web", before),
                ["clusters/one/apps.yaml"] = SmallFleet.Kustomization("apps", "./apps", "postBuild: {substitute: {zone: a}}"),
                ["clusters/two/apps.yaml"] = SmallFleet.Kustomization("apps", "./apps", "postBuild: {substitute: {zone: b}}"),
            },
            ("apps/web.yaml", SmallFleet.ConfigMap("web", after)));

        Assert.Equal(count, changes.Objects.Length);
        Assert.All(changes.Objects, change => Assert.True(change.Clusters.Length == 2 && Assert.Single(change.Fields).Varies));
    }

    [Fact]
    public void A_change_of_variables_is_one_for_each_value()
    {
        var changes = Of(
            new()
            {
                ["apps/web.yaml"] = SmallFleet.ConfigMap("web", "zone: '${zone}'"),
                ["clusters/one/apps.yaml"] = SmallFleet.Kustomization("apps", "./apps", "postBuild: {substitute: {zone: a}}"),
                ["clusters/two/apps.yaml"] = SmallFleet.Kustomization("apps", "./apps", "postBuild: {substitute: {zone: b}}"),
            },
            ("clusters/one/apps.yaml", SmallFleet.Kustomization("apps", "./apps", "postBuild: {substitute: {zone: c}}")),
            ("clusters/two/apps.yaml", SmallFleet.Kustomization("apps", "./apps", "postBuild: {substitute: {zone: d}}")));

        Assert.Equal(["ConfigMap", "ConfigMap", "Kustomization", "Kustomization"], changes.Objects.Select(change => change.Resource.Id.Kind));
    }

    [Fact]
    public void Two_that_apply_an_object_do_not_lose_it_when_one_lets_go()
    {
        var changes = Of(
            new() { ["apps/web.yaml"] = SmallFleet.ConfigMap("web", "a: b"), ["apps/other.yaml"] = SmallFleet.ConfigMap("other", "a: b"), ["infra/web.yaml"] = SmallFleet.ConfigMap("web", "a: b") },
            ("infra/web.yaml", null));

        Assert.DoesNotContain(changes.Objects, change => change.Kind == ChangeKind.Removed);
    }

    [Theory]
    [InlineData("apps/kustomization.yaml", "resources: [missing.yaml]\n", "does not build")]
    [InlineData("clusters/one/apps.yaml", null, "")]
    public void What_does_not_build_is_not_known(string path, string? text, string reason)
    {
        var changes = Of(new() { ["apps/web.yaml"] = SmallFleet.ConfigMap("web", "a: b") }, (path, text));

        Assert.Equal(reason.Length > 0, changes.Gaps is [var gap] && gap.Reason.StartsWith(reason, StringComparison.Ordinal));
        Assert.Equal(reason.Length == 0, changes.AreDangerous);
    }

    [Fact]
    public void A_path_that_is_gone_takes_nothing_with_it()
    {
        var changes = Of(new() { ["apps/web.yaml"] = SmallFleet.ConfigMap("web", "a: b") }, ("apps/web.yaml", null));

        Assert.Equal("has a path that does not exist any more, so that Flux leaves what it applied as it is", Assert.Single(changes.Gaps).Reason);
        Assert.True(changes.IsEmpty);
    }

    [Fact]
    public void A_file_that_is_not_YAML_is_named_and_the_rest_is_told()
    {
        var files = new Dictionary<string, string> { ["apps/web.yaml"] = SmallFleet.ConfigMap("web", "a: 1"), ["apps/other.yaml"] = SmallFleet.ConfigMap("other", "a: 1") };
        var changed = SmallFleet.ConfigMap("web", "a: 2");

        var later = Of(files, ("apps/web.yaml", changed), ("apps/other.yaml", "a: [b\n"));
        var earlier = Of(new(files) { ["apps/other.yaml"] = "a: [b\n" }, ("apps/web.yaml", changed), ("apps/other.yaml", files["apps/other.yaml"]));

        Assert.StartsWith("does not build, so that nothing of it changes until it does: ", Assert.Single(later.Gaps).Reason, StringComparison.Ordinal);
        Assert.StartsWith("did not build before, so that it is not known what it brings and takes away: ", Assert.Single(earlier.Gaps).Reason, StringComparison.Ordinal);
        Assert.All((FleetChanges[])[later, earlier], changes => Assert.Equal("apps/other.yaml", Assert.Single(changes.Gaps).Location?.Path));
        Assert.Equal(("ConfigMap/web.flux-system", "waits until Kustomization/apps.flux-system builds"), (Assert.Single(later.Objects).Resource.ToString(), Assert.Single(later.Objects).Withheld));
        Assert.Equal(("ConfigMap/web.flux-system", null), (Assert.Single(earlier.Objects).Resource.ToString(), Assert.Single(earlier.Objects).Withheld));
    }

    [Fact]
    public void What_a_file_that_is_not_YAML_would_apply_is_not_gone()
    {
        var changes = Of(new() { ["apps/web.yaml"] = SmallFleet.ConfigMap("web", "a: 1") }, ("clusters/one/apps.yaml", "a: [b\n"));

        Assert.Equal(("clusters/one/apps.yaml", "one"), (Assert.Single(changes.Gaps).Location?.Path, Assert.Single(Assert.Single(changes.Gaps).Clusters).Name));
        Assert.False(changes.AreDangerous);
        Assert.True(changes.IsEmpty);
    }

    private static string Text(YamlNode? node) => node is null ? "" : NodeText.Of(node);
}
