using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Syntax;

public sealed class AliasExpanderTests
{
    [Fact]
    public void Document_without_aliases_is_its_own_expansion()
    {
        var document = Parse("a: [1, {b: 2}]\n").Documents[0];

        Assert.Same(document.Root, document.Expanded);
    }

    [Fact]
    public void Alias_becomes_the_node_it_names_where_that_was_written()
    {
        var tree = Parse("a: &x {b: 1}\nc: *x\n");

        Assert.Same(tree.RootMapping?["a"], tree.RootMapping?["c"]);
        Assert.Equal("1:7", tree.RootMapping?["c"]?.Location.Start.ToString());
    }

    [Fact]
    public void Node_without_aliases_is_shared_with_the_tree_as_written()
    {
        var tree = Parse("a: &x 1\nb: *x\nc: {d: [e]}\n");

        Assert.Same(Assert.IsType<YamlMapping>(tree.Documents[0].Root)["c"], tree.RootMapping?["c"]);
    }

    [Theory]
    [InlineData("x: &x {a: 1, b: 2}\nm:\n  b: 3\n  <<: *x\n", "b=3 a=1")]
    [InlineData("x: &x {a: 1, b: 2}\nm:\n  <<: *x\n  b: 3\n", "b=3 a=1")]
    [InlineData("x: &x {a: 1}\ny: &y {a: 2, b: 2}\nm:\n  <<: [*x, *y]\n", "a=1 b=2")]
    [InlineData("x: &x {a: 1}\ny: &y {<<: *x, b: 2}\nm:\n  <<: *y\n  c: 3\n", "c=3 b=2 a=1")]
    [InlineData("m:\n  <<: {a: 1}\n  b: 2\n", "b=2 a=1")]
    [InlineData("x: &x {a: 1}\nm:\n  !!merge <<: *x\n", "a=1")]
    [InlineData("m:\n  '<<': 1\n", "<<=1")]
    [InlineData("m: {a: &x 1, b: *x}\n", "a=1 b=1")]
    [InlineData("k: &k a\nm:\n  *k : 1\n", "a=1")]
    public void Merge_keys_and_aliases_are_carried_out(string text, string expected)
    {
        var tree = Parse(text);

        Assert.Empty(tree.Problems);
        Assert.Equal(expected, string.Join(' ', tree.RootMapping?.Mapping("m")?.Entries.Select(entry => $"{entry.Name}={entry.Value}") ?? []));
    }

    [Fact]
    public void Merged_entry_points_at_where_it_was_written()
    {
        var merged = Parse("x: &x\n  a: 1\nm:\n  <<: *x\n").RootMapping?.Mapping("m");

        Assert.Equal(("2:3", "2:6"), (merged?.KeyOf("a")?.Location.Start.ToString(), merged?["a"]?.Location.Start.ToString()));
    }

    [Fact]
    public void Alias_without_an_anchor_is_null()
    {
        Assert.Equal(ScalarKind.Null, Assert.IsType<YamlScalar>(Parse("a: *x\n").RootMapping?["a"]).Kind);
    }

    private static YamlTree Parse(string text) => YamlTree.Parse(SourceText.From("x.yaml", text));
}
