using FluxLint.CodeFixes;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.CodeFixes;

public sealed class YamlEditTests
{
    [Theory]
    [InlineData("a: one # why\n", "two", "a: two # why\n")]
    [InlineData("a: one", "two", "a: two")]
    [InlineData("a: 'one'\n", "it's", "a: 'it''s'\n")]
    [InlineData("a: \"one\"\n", "say \"two\"", "a: \"say \\\"two\\\"\"\n")]
    [InlineData("a: one\n", "true", "a: \"true\"\n")]
    [InlineData("a: one\n", "no", "a: \"no\"\n")]
    [InlineData("a: one\n", "1.10", "a: \"1.10\"\n")]
    [InlineData("a: 1\n", "2", "a: 2\n")]
    [InlineData("a: true\n", "false", "a: false\n")]
    [InlineData("a: one\n", "b: c", "a: \"b: c\"\n")]
    [InlineData("a: one\n", "x #y", "a: \"x #y\"\n")]
    [InlineData("a: one\n", "", "a: \"\"\n")]
    [InlineData("a: one\n", "*x", "a: \"*x\"\n")]
    [InlineData("a: one\n", "x,y", "a: x,y\n")]
    [InlineData("{ a: one }\n", "x,y", "{ a: \"x,y\" }\n")]
    [InlineData("a: 'one'\n", "x\ny", "a: \"x\\ny\"\n")]
    [InlineData("a: one\n  more\nb: 1\n", "two", "a: two\nb: 1\n")]
    [InlineData("a: !!str one\n", "two", "a: !!str two\n")]
    [InlineData("a: |\n  one\n", "two", null)]
    [InlineData("a:\nb: 1\n", "two", null)]
    [InlineData("a: &x one\nb: *x\n", "two", null)]
    [InlineData("a: one\nsops:\n  mac: x\n", "two", null)]
    public void Replaces_a_scalar(string text, string value, string? expected) =>
        Assert.Equal(expected, Apply(text, (root, edit) => root["a"] is YamlScalar scalar ? edit.Replace(scalar, value) : null));

    [Theory]
    [InlineData("a: 1 # why\nc: 2\n", "b: 1 # why\nc: 2\n")]
    [InlineData("'a': 1\n", "'b': 1\n")]
    [InlineData("{\"a\": 1}\n", "{\"b\": 1}\n")]
    [InlineData("a:\n  x: 1\n", "b:\n  x: 1\n")]
    [InlineData("a: 1\nb: 2\n", null)]
    [InlineData("a: 1\na: 2\n", null)]
    [InlineData("c: 1\n", null)]
    public void Renames_a_key(string text, string? expected) => Assert.Equal(expected, Apply(text, (root, edit) => edit.RenameKey(root, "a", "b"), mayHaveProblems: true));

    [Theory]
    [InlineData("x: 1\n", "v", "x: 1\na: v\n")]
    [InlineData("x: 1", "v", "x: 1\na: v")]
    [InlineData("x: 1\r\ny: 2\r\n", "v", "x: 1\r\ny: 2\r\na: v\r\n")]
    [InlineData("x: 1 # one\n# below\n", "v", "x: 1 # one\na: v\n# below\n")]
    [InlineData("x:\n  y:\n\n# below\n---\nz: 1\n", "v", "x:\n  y:\na: v\n\n# below\n---\nz: 1\n")]
    [InlineData("x: |\n  text\n\n\nz:\n  - 1\n", "v", "x: |\n  text\n\n\nz:\n  - 1\na: v\n")]
    [InlineData("x: |\n  text\n", "v", "x: |\n  text\na: v\n")]
    [InlineData("x: |+\n  text\n\n", "v", null)]
    [InlineData("x: |\n  text", "v", null)]
    [InlineData("x: |-\n  text", "v", "x: |-\n  text\na: v")]
    [InlineData("y: 1\n# why\nx: |\n  text", "v", "y: 1\na: v\n# why\nx: |\n  text")]
    [InlineData("y: 1\nx:\n  z: |+\n    text\n\n", "v", "y: 1\na: v\nx:\n  z: |+\n    text\n\n")]
    [InlineData("x:\n- 1\n- y: 2\n", "- v", "x:\n- 1\n- y: 2\na:\n- v\n")]
    [InlineData("x:\n    y: 2\n", "b: 1\nc:\n  - 2", "x:\n    y: 2\na:\n    b: 1\n    c:\n      - 2\n")]
    [InlineData("x: 1\n", "b: 1\n\nc: 2\n", "x: 1\na:\n  b: 1\n\n  c: 2\n")]
    [InlineData("x: 1\n", "|\n  one\n  two\n", "x: 1\na: |\n  one\n  two\n")]
    [InlineData("{}\n", "v", "{a: v}\n")]
    [InlineData("{x: 1}\n", "v", "{x: 1, a: v}\n")]
    [InlineData("{ x: 1, y: [2] } # end\n", "v", "{ x: 1, y: [2], a: v } # end\n")]
    [InlineData("{x: 1}\n", "b: 1", null)]
    [InlineData("{x: 1}\n", "v, w", null)]
    [InlineData("x: 1\n", "a: [", null)]
    [InlineData("x: 1\n---\ny: 2\n", "v", "x: 1\na: v\n---\ny: 2\n")]
    public void Adds_an_entry(string text, string value, string? expected) =>
        Assert.Equal(expected, Apply(text, (root, edit) => edit.Set(root, "a", value)));

    [Theory]
    [InlineData("a: 1 # why\nx: 2\n", "v", "a: v # why\nx: 2\n")]
    [InlineData("a:   1\n", "v", "a:   v\n")]
    [InlineData("a:\nx: 2\n", "v", "a: v\nx: 2\n")]
    [InlineData("a: # why\nx: 2\n", "v", "a: v # why\nx: 2\n")]
    [InlineData("a: # why\n  b: 1\n  c: 2 # gone\nx: 2\n", "v", "a: v # why\nx: 2\n")]
    [InlineData("a: # why\n  b: 1\nx: 2\n", "c: 1\nd: 2", "a: # why\n  c: 1\n  d: 2\nx: 2\n")]
    [InlineData("a: 1 # why\nx: 2\n", "c: 1", "a: # why\n  c: 1\nx: 2\n")]
    [InlineData("a: |\n  text\nx: 2\n", "v", "a: v\nx: 2\n")]
    [InlineData("x: 2\na: |\n  text", "v", "x: 2\na: v")]
    [InlineData("a: [1,\n  2] # why\nx: 2\n", "[3]", "a: [3] # why\nx: 2\n")]
    [InlineData("a: 1\r\nx: 2\r\n", "b: 1\nc: 2", "a:\r\n  b: 1\r\n  c: 2\r\nx: 2\r\n")]
    [InlineData("a: !!str 1\n", "2", "a: 2\n")]
    [InlineData("{ a: 1, x: 2 }\n", "v", "{ a: v, x: 2 }\n")]
    [InlineData("{ a: 1, x: 2 }\n", "b: 1", null)]
    [InlineData("x: { y: 2 }\na: { b: 1 }\n", "{ b: 2 }", "x: { y: 2 }\na: { b: 2 }\n")]
    [InlineData("a: &k 1\nx: *k\n", "v", null)]
    public void Replaces_the_value_of_an_entry(string text, string value, string? expected) =>
        Assert.Equal(expected, Apply(text, (root, edit) => edit.Set(root, "a", value)));

    [Theory]
    [InlineData("a: 1 # gone\nx: 2\n", "x: 2\n")]
    [InlineData("x: 2\na: 1\n", "x: 2\n")]
    [InlineData("x: 2\na: 1", "x: 2\n")]
    [InlineData("x: 2\na: |\n  text", "x: 2\n")]
    [InlineData("x: |\n  text\na: 1", "x: |\n  text\n")]
    [InlineData("x: 2\r\na: 1\r\ny: 3\r\n", "x: 2\r\ny: 3\r\n")]
    [InlineData("# stays\na:\n  b:\n  - 1\n  - c: 2\n\nx: 2\n", "# stays\n\nx: 2\n")]
    [InlineData("a: |\n  text\nx: 2\n", "x: 2\n")]
    [InlineData("a:\nx: 2\n", "x: 2\n")]
    [InlineData("a: 1\n", null)]
    [InlineData("a: &k 1\nx: *k\n", null)]
    [InlineData("{a: 1}\n", "{}\n")]
    [InlineData("{a: 1, x: 2}\n", "{x: 2}\n")]
    [InlineData("{ x: 2, a: 1 }\n", "{ x: 2 }\n")]
    [InlineData("{x: 2, a: [1, 2], y: 3}\n", "{x: 2, y: 3}\n")]
    [InlineData("{\"x\":2,\"a\":1}\n", "{\"x\":2}\n")]
    [InlineData("? a\n: 1\n? x\n: 2\n", null)]
    public void Removes_an_entry(string text, string? expected) => Assert.Equal(expected, Apply(text, (root, edit) => edit.Remove(root, "a")));

    [Theory]
    [InlineData("l:\n  - a: 1\n    b: 2\n", "l:\n  - b: 2\n")]
    [InlineData("l:\n  - b: 2\n    a: 1\n  - c: 3\n", "l:\n  - b: 2\n  - c: 3\n")]
    [InlineData("l:\n  - a: 1\n    # of b\n    b: 2\n", null)]
    [InlineData("l:\n  - a: 1\n", null)]
    public void Removes_an_entry_of_an_item(string text, string? expected) =>
        Assert.Equal(expected, Apply(text, (root, edit) => root.Sequence("l")?.Items[0] is YamlMapping item ? edit.Remove(item, "a") : null));

    [Theory]
    [InlineData("l:\n  - b: 2\n  - c\n", "l:\n  - b: 2\n    a: v\n  - c\n")]
    [InlineData("l:\n- b:\n    c: 2 # why\n", "l:\n- b:\n    c: 2 # why\n  a: v\n")]
    [InlineData("l:\n-   b: 2\n    c: 3\n", "l:\n-   b: 2\n    c: 3\n    a: v\n")]
    public void Adds_an_entry_to_an_item(string text, string? expected) =>
        Assert.Equal(expected, Apply(text, (root, edit) => root.Sequence("l")?.Items[0] is YamlMapping item ? edit.Set(item, "a", "v") : null));

    [Theory]
    [InlineData("l:\n  - 1 # why\nx: 2\n", "v", "l:\n  - 1 # why\n  - v\nx: 2\n")]
    [InlineData("l:\n- 1\n- b: 1\n  c: 2", "d: 3\ne:\n  - 4", "l:\n- 1\n- b: 1\n  c: 2\n- d: 3\n  e:\n    - 4")]
    [InlineData("l:\r\n- 1\r\n", "v", "l:\r\n- 1\r\n- v\r\n")]
    [InlineData("l: []\n", "v", "l: [v]\n")]
    [InlineData("l: [1, 2]\n", "v", "l: [1, 2, v]\n")]
    [InlineData("l: [1, 2]\n", "b: c", null)]
    [InlineData("l: &k\n- 1\n", "v", null)]
    public void Adds_an_item(string text, string item, string? expected) =>
        Assert.Equal(expected, Apply(text, (root, edit) => root.Sequence("l") is { } list ? edit.AddItem(list, item) : null));

    [Theory]
    [InlineData("l:\n  - 0\n  - 1 # gone\n  - 2\n", "l:\n  - 0\n  - 2\n")]
    [InlineData("l:\n- 0\n# stays\n- a: 1\n  b: 2\n", "l:\n- 0\n# stays\n")]
    [InlineData("l:\n- 0\n- 1", "l:\n- 0\n")]
    [InlineData("l: [0, 1, 2]\n", "l: [0, 2]\n")]
    [InlineData("l: [0, 1]\n", "l: [0]\n")]
    [InlineData("l:\n- - 0\n- - 1\n  - 2\n", "l:\n- - 0\n")]
    public void Removes_an_item(string text, string? expected) =>
        Assert.Equal(expected, Apply(text, (root, edit) => root.Sequence("l") is { Items: [_, var item, ..] } list ? edit.RemoveItem(list, item) : null));

    [Fact]
    public void Keeps_the_last_item_of_a_block() =>
        Assert.Null(Apply("l:\n- 0\n", (root, edit) => root.Sequence("l") is { } list ? edit.RemoveItem(list, list.Items[0]) : null));

    [Theory]
    [InlineData("p: |\n  x: 1\n  a: 2 # why\n", "p: |\n  x: 1\n  a: v # why\n")]
    [InlineData("p: |-\n    x: 1\n", "p: |-\n    x: 1\n    a: v\n")]
    [InlineData("l:\n  - p: |\n      x:\n        y: 1\n    q: 2\n", null)]
    [InlineData("p: >\n  x: 1\n\n  a: 2\n", null)]
    [InlineData("p: \"x: 1\"\n", null)]
    [InlineData("p: |\n  {\"x\": 1}\n", null)]
    public void Edits_inside_a_literal_block(string text, string? expected) => Assert.Equal(expected, Apply(text, (root, edit) =>
        root["p"] is YamlScalar patch && YamlTree.ParseEmbedded(patch).RootMapping is { } inner ? edit.Set(inner, "a", "v") : null));

    [Fact]
    public void Leaves_alone_what_a_rendering_made()
    {
        var (tree, edit) = Read("a.yaml", "a: one\nb:\n  c: 1\n");
        Assert.NotNull(tree.RootMapping);
        var made = YamlScalar.Create("made", tree.RootMapping.Location);

        Assert.Null(edit.Replace(YamlScalar.Create("two", new(tree.Source, new(3, 3))), "x"));
        Assert.NotNull(edit.Replace(YamlScalar.Create("one", new(tree.Source, new(3, 3))), "x"));
        Assert.Null(edit.Set(tree.RootMapping.With("a", made), "a", "x"));
        Assert.Null(edit.Set(tree.RootMapping.With("d", made), "d", "x"));
        Assert.Null(edit.Set(tree.RootMapping.Without("a"), "a", "x"));
        Assert.Null(edit.Remove(tree.RootMapping.With("d", made), "d"));
        Assert.NotNull(edit.Set(tree.RootMapping.With("d", made), "a", "x"));
    }

    [Fact]
    public void Json_stays_json()
    {
        var (tree, edit) = Read("a.json", "{\"a\": \"one\", \"b\": 1}");
        Assert.NotNull(tree.RootMapping);

        Assert.Equal("\"two\"", edit.Replace((YamlScalar)tree.RootMapping.Entries[0].Value, "two")?.NewText);
        Assert.Null(edit.Replace((YamlScalar)tree.RootMapping.Entries[1].Value, "2"));
        Assert.Null(edit.Set(tree.RootMapping, "c", "v"));
        Assert.NotNull(edit.Remove(tree.RootMapping, "b"));
    }

    [Fact]
    public void A_fix_needs_all_of_its_changes()
    {
        var source = SourceText.From("a.yaml", "a: 1\n");
        var change = new TextChange(source, new(3, 1), "2");

        Assert.Null(CodeFix.Safe("Do it", change, null));
        Assert.Null(CodeFix.Safe("Do it", new TextChange(source, new(3, 1), "1")));
        Assert.Equal([change], CodeFix.Unsafe("Do it", change, change)?.Changes);
    }

    private static string? Apply(string text, Func<YamlMapping, YamlEdit, TextChange?> change, bool mayHaveProblems = false)
    {
        var (tree, edit) = Read("a.yaml", text);
        Assert.NotNull(tree.RootMapping);
        if (change(tree.RootMapping, edit) is not { } made)
            return null;
        var result = text[..made.Span.Start] + made.NewText + text[made.Span.End..];
        Assert.True(mayHaveProblems || YamlTree.Parse(SourceText.From("a.yaml", result)).Problems.IsEmpty, result);
        return result;
    }

    private static (YamlTree Tree, YamlEdit Edit) Read(string path, string text)
    {
        var repository = Repository.Open(InMemoryFileSystem.Empty.WithFile(path, text));
        return (repository.Tree(path) ?? throw new InvalidOperationException(), new(repository));
    }
}
