using FluxLint.Kustomize.Patching;
using FluxLint.Syntax;

namespace FluxLint.Core.Tests.Kustomize.Patching;

/// <summary>What a strategic merge shares with the resource, and what it says of the rest.</summary>
public sealed class StrategicMergeProvenanceTests
{
    private const string Head = "{apiVersion: apps/v1, kind: Deployment, metadata: {name: app}, ";

    [Fact]
    public void Returns_the_same_resource_where_nothing_changes()
    {
        var target = Patched.PodSpec("{a: {b: 1}, containers: [{name: a, image: x, ports: [{containerPort: 1}], env: [{name: A, value: b}]}]}");
        var patch = Patched.PodSpec("{a: {b: 1, c: null}, containers: [{name: a, env: [{name: A, value: b}]}]}");
        Assert.Same(target, StrategicMergePatch.Apply(target, patch, Patched.Cause).Value);
    }

    [Fact]
    public void Shares_everything_beside_the_path_it_changes()
    {
        var target = Patched.PodSpec("{volumes: [{name: v}], containers: [{name: a, image: x, args: [z]}, {name: b}]}");
        var patched = Apply(target, Patched.PodSpec("{containers: [{name: a, image: q}]}"));
        var before = PodSpecOf(target);
        var after = PodSpecOf(patched);
        Assert.Same(target["metadata"], patched["metadata"]);
        Assert.Same(before["volumes"], after["volumes"]);
        Assert.Same(before.Sequence("containers")?.Items[1], after.Sequence("containers")?.Items[1]);
        Assert.Same(ItemOf(before, 0)["args"], ItemOf(after, 0)["args"]);
        Assert.Same(ItemOf(before, 0).KeyOf("image"), ItemOf(after, 0).KeyOf("image"));
        Assert.Null(after.Derivation);
    }

    [Fact]
    public void A_replaced_scalar_says_what_stood_there()
    {
        var target = Patched.Mapping(Head + "spec: {replicas: 1}}", "base.yaml");
        var patched = Apply(target, Patched.Mapping(Head + "spec: {replicas: 3}}", "patch.yaml"));
        var replicas = patched.At("spec", "replicas");
        Assert.Equal("patch.yaml:1:81", replicas?.Location.ToString());
        AssertDerived(replicas, target.At("spec", "replicas"));
    }

    [Fact]
    public void A_scalar_that_keeps_its_quotes_says_where_it_was_written()
    {
        var target = Patched.Mapping(Head + "spec: {level: '1'}}", "base.yaml");
        var level = Assert.IsType<YamlScalar>(Apply(target, Patched.Mapping(Head + "spec: {level: 5}}", "patch.yaml")).At("spec", "level"));
        Assert.Equal(("5", ScalarKind.String, "patch.yaml"), (level.Value, level.Kind, level.Source.Path));
        AssertDerived(level, target.At("spec", "level"));
    }

    [Fact]
    public void An_added_mapping_is_derived_at_its_root_and_shares_the_patch_below()
    {
        var target = Patched.PodSpec("{a: 1}");
        var patch = Patched.PodSpec("{b: {c: {d: 1}}}");
        var added = PodSpecOf(Apply(target, patch)).Mapping("b");
        AssertDerived(added, replaced: null);
        Assert.Same(PodSpecOf(patch).Mapping("b")?["c"], added?["c"]);
        Assert.Same(PodSpecOf(patch).KeyOf("b"), PodSpecOf(Apply(target, patch)).KeyOf("b"));
    }

    [Fact]
    public void An_added_item_is_derived_and_the_list_is_not()
    {
        var containers = PodSpecOf(Apply(Patched.PodSpec("{containers: [{name: a}]}"), Patched.PodSpec("{containers: [{name: b}]}"))).Sequence("containers");
        Assert.Null(containers?.Derivation);
        AssertDerived(containers?.Items[0], replaced: null);
        Assert.Null(containers?.Items[1].Derivation);
    }

    [Theory]
    [InlineData("{a: [1, 2]}", "{a: [1, 3]}")]
    [InlineData("{a: {b: 1}}", "{a: {$patch: replace, c: 1}}")]
    [InlineData("{a: null}", "{a: [1]}")]
    public void A_replaced_collection_says_what_stood_there(string target, string patch)
    {
        var before = Patched.PodSpec(target);
        AssertDerived(PodSpecOf(Apply(before, Patched.PodSpec(patch)))["a"], PodSpecOf(before)["a"]);
    }

    [Fact]
    public void A_replaced_list_of_the_same_data_stays()
    {
        var target = Patched.PodSpec("{args: [a, {b: 1, c: 2}]}");
        Assert.Same(target, Apply(target, Patched.PodSpec("{args: [a, {c: 2, b: 1}]}")));
    }

    [Fact]
    public void A_patch_can_be_applied_to_what_a_patch_made()
    {
        var target = Patched.PodSpec("{a: 1}");
        var once = Apply(target, Patched.PodSpec("{a: 2}"));
        var twice = PodSpecOf(Apply(once, Patched.PodSpec("{a: 3}")))["a"];
        AssertDerived(twice, PodSpecOf(once)["a"]);
        AssertDerived(twice?.Derivation?.Replaced, PodSpecOf(target)["a"]);
    }

    private static YamlMapping Apply(YamlMapping target, YamlMapping patch) =>
        Assert.IsType<YamlMapping>(StrategicMergePatch.Apply(target, patch, Patched.Cause).Value);

    private static YamlMapping PodSpecOf(YamlMapping deployment) => Assert.IsType<YamlMapping>(deployment.At("spec", "template", "spec"));

    private static YamlMapping ItemOf(YamlMapping podSpec, int index) => Assert.IsType<YamlMapping>(podSpec.Sequence("containers")?.Items[index]);

    private static void AssertDerived(YamlNode? node, YamlNode? replaced)
    {
        var derivation = Assert.IsType<Derivation>(node?.Derivation);
        Assert.Equal(("patch", Patched.Cause), (derivation.Step, derivation.Cause));
        Assert.Same(replaced, derivation.Replaced);
    }
}
