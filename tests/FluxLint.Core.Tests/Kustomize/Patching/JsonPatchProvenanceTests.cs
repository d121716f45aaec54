using FluxLint.Kustomize.Patching;
using FluxLint.Syntax;

namespace FluxLint.Core.Tests.Kustomize.Patching;

/// <summary>What a JSON 6902 patch shares with the resource, and what it says of the rest.</summary>
public sealed class JsonPatchProvenanceTests
{
    [Theory]
    [InlineData("- {op: test, path: /spec/a, value: 1}")]
    [InlineData("- {op: replace, path: /spec/a, value: 1}")]
    [InlineData("- {op: add, path: /spec/b/0, value: 2}\n- {op: test, path: /spec/b/0, value: 2}\n- {op: remove, path: /spec/b/0}", false)]
    public void Returns_the_same_resource_where_nothing_changes(string patch, bool isSame = true)
    {
        var target = Patched.Widget("{a: 1, b: [1]}");
        var patched = Apply(target, patch);
        Assert.True(YamlNode.DataEquals(target, patched));
        Assert.Equal(isSame, ReferenceEquals(target, patched));
    }

    [Fact]
    public void Shares_everything_beside_the_path_it_changes()
    {
        var target = Patched.Widget("{a: {b: 1}, c: [{d: 1}, {e: 2}]}");
        var patched = Apply(target, "- {op: add, path: /spec/c/0/d, value: 2}");
        Assert.Same(target["metadata"], patched["metadata"]);
        Assert.Same(target.At("spec", "a"), patched.At("spec", "a"));
        Assert.Same(ListOf(target).Items[1], ListOf(patched).Items[1]);
        Assert.NotSame(ListOf(target).Items[0], ListOf(patched).Items[0]);
    }

    [Fact]
    public void A_value_says_what_it_replaces_and_where_it_was_written()
    {
        var target = Patched.Widget("{a: 1}");
        var patched = Apply(target, "- op: replace\n  path: /spec/a\n  value: 2\n").At("spec", "a");
        Assert.Equal("patch.yaml:3:10", patched?.Location.ToString());
        AssertDerived(patched, target.At("spec", "a"));
    }

    [Fact]
    public void An_added_value_replaces_nothing_and_its_key_points_at_the_path()
    {
        var patched = Apply(Patched.Widget("{a: 1}"), "- op: add\n  path: /spec/b\n  value: {c: 1}\n");
        AssertDerived(patched.At("spec", "b"), replaced: null);
        Assert.Null(patched.At("spec", "b", "c")?.Derivation);
        Assert.Equal("patch.yaml:2:9", patched.Mapping("spec")?.KeyOf("b")?.Location.ToString());
    }

    [Fact]
    public void An_inserted_item_replaces_nothing()
    {
        var patched = ListOf(Apply(Patched.Widget("{c: [1, 2]}"), "- {op: add, path: /spec/c/0, value: 0}"));
        AssertDerived(patched.Items[0], replaced: null);
        Assert.Null(patched.Items[1].Derivation);
        Assert.Null(patched.Derivation);
    }

    [Fact]
    public void A_moved_value_keeps_its_place_of_writing()
    {
        var target = Patched.Widget("{a: 1}");
        var moved = Apply(target, "- {op: move, from: /spec/a, path: /spec/b}").At("spec", "b");
        Assert.Equal(target.At("spec", "a")?.Location, moved?.Location);
        AssertDerived(moved, replaced: target.At("spec", "a"));
    }

    [Fact]
    public void A_copied_value_keeps_the_history_of_its_source()
    {
        var target = Patched.Widget("{a: 1, b: 2}");
        AssertDerived(Apply(target, "- {op: copy, from: /spec/a, path: /spec/b}").At("spec", "b"), replaced: target.At("spec", "a"));
    }

    private static YamlMapping Apply(YamlMapping target, string patch) =>
        Assert.IsType<YamlMapping>(JsonPatch.Apply(target, JsonPatch.Parse(Patched.Root(patch, "patch.yaml")).Operations, Patched.Cause).Value);

    private static YamlSequence ListOf(YamlMapping widget) => Assert.IsType<YamlSequence>(widget.At("spec", "c"));

    private static void AssertDerived(YamlNode? node, YamlNode? replaced)
    {
        var derivation = Assert.IsType<Derivation>(node?.Derivation);
        Assert.Equal(("patch", Patched.Cause), (derivation.Step, derivation.Cause));
        Assert.Same(replaced, derivation.Replaced);
    }
}
