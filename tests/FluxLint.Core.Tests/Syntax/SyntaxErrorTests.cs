using System.Text;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Syntax;

public sealed class SyntaxErrorTests
{
    [Theory]
    [InlineData("a: [1, 2\n", "1:4 the '[' that opens here is never closed")]
    [InlineData("a: {b: 1\n", "1:4 the '{' that opens here is never closed")]
    [InlineData("a: [1, 2\nb: 3\n", "1:4 the '[' that opens here is never closed")]
    [InlineData("a: [1 2: 3\n", "1:4 the '[' that opens here is never closed")]
    [InlineData("a: {b: [1}\n", "1:10 a ',' or the ']' of the '[' before it is expected here")]
    [InlineData("a: \"open\nb: 1\n", "1:4 the quote that opens here is not closed, or the lines below it are not indented")]
    [InlineData("a: \"open\nb: \"x\"\n", "1:4 the quote that opens here is not closed, or the lines below it are not indented")]
    [InlineData("a: 'open\nb: 1\n", "1:4 the quote that opens here is never closed")]
    [InlineData("a:\n\tb: 1\n", "2:1 a tab cannot indent YAML: use spaces")]
    [InlineData("a: |\n\tx\n", "2:1 a tab cannot indent YAML: use spaces")]
    [InlineData("t: |\n  x\n  \ty\na:\n\tb: 1\n", "5:1 a tab cannot indent YAML: use spaces")]
    [InlineData("a: 1\n b: 2\n", "2:3 a ':' opens a mapping where only a value can stand: quote the value, or check the indentation")]
    [InlineData("a:\n  b: 1\n c: 2\n", "3:2 a key is expected here: check the indentation")]
    [InlineData("a:\n  - b\n - c\n", "3:2 a key is expected here: check the indentation")]
    [InlineData("a:\n  - b\n  c: 1\n", "3:3 a list item is expected here: check the indentation")]
    [InlineData("a: b: c\n", "1:5 a ':' opens a mapping where only a value can stand: quote the value, or check the indentation")]
    [InlineData("a: - b\n", "1:4 a list item cannot stand here: check the indentation")]
    [InlineData("a\nb: 1\n", "2:2 a ':' opens a mapping where only a value can stand: quote the value, or check the indentation")]
    [InlineData("a: *b\n", "1:4 the alias '*b' names an anchor that is not defined before it")]
    [InlineData("a: {: 1}\n", "1:5 a key is missing here")]
    [InlineData("a: @b\n", "1:4 this character cannot start a value: quote it")]
    [InlineData("a: `b`\n", "1:4 this character cannot start a value: quote it")]
    [InlineData("a: %b\n", "1:4 this character cannot start a value: quote it")]
    [InlineData("a: \"\\q\"\n", "1:4 this escape is unknown in a double-quoted string: use single quotes, or double the backslash")]
    [InlineData("a: {{ .Values.x }}-y\n", "1:19 a template ('{{') is not YAML before it is rendered")]
    [InlineData("m: {a: &x \"b\"c, d: e}\n", "1:14 a ',' or '}' is expected here")]
    [InlineData("m: {a: &x \"b\"c}\n", "1:14 a ',' or '}' is expected here")]
    [InlineData("{{- if .x }}\na: 1\n{{- end }}\n", "1:3 a template ('{{') is not YAML before it is rendered")]
    [InlineData("a: \"x\"y\n", "1:7 a key is expected here: check the indentation")]
    [InlineData("a: !e!x y\n", "1:4 this tag needs a %TAG directive: quote the value where '!' is text")]
    [InlineData("a: ]\n", "1:4 a value is expected here: quote it where it is text")]
    [InlineData("a: x\u0001\n", "1:5 the character U+0001 may not stand in YAML: write it as an escape in double quotes")]
    [InlineData("a: x\u0000y\n", "1:5 the file is binary, not YAML")]
    [InlineData("a: >x\n", "1:4 behind the sign of a block scalar the line ends: quote the value where '|' or '>' is text")]
    [InlineData("a: &\n", "1:4 an anchor or alias needs a name: quote the value where '&' or '*' is text")]
    [InlineData("a: *\n", "1:4 an anchor or alias needs a name: quote the value where '&' or '*' is text")]
    [InlineData("- a\nb: 1\n", "2:1 a list item is expected here: check the indentation")]
    [InlineData("a: \"x\n---\nb\"\n", "1:4 the quote that opens here is never closed")]
    [InlineData("a: 1\na: 2\n", "2:1 a")]
    [InlineData("%TAG\n---\na: 1\n", "1:1 while scanning a tag, did not find expected '!'")]
    public void Problem_is_named_where_it_is(string text, string expected) =>
        Assert.Equal(expected, string.Join(" | ", YamlTree.Parse(SourceText.From("x.yaml", text)).Problems.Select(Describe)));

    [Fact]
    public void Invalid_utf8_is_named_where_it_is_and_the_rest_is_read()
    {
        var tree = YamlTree.Parse(SourceText.Decode("x.yaml", [.. "a: 1\nb: x"u8, 0xFF, .. "\nc: 2\n"u8]));

        Assert.Equal("2:5 the file is not valid UTF-8: these bytes stand for no character", Describe(Assert.Single(tree.Problems)));
        Assert.Equal("2", tree.RootMapping?.Text("c"));
    }

    [Fact]
    public void Invalid_utf8_is_named_once_and_not_again_for_what_is_embedded()
    {
        var tree = YamlTree.Parse(SourceText.Decode("x.yaml", [.. "a: x"u8, 0xFF, .. "\nb: |\n  c: 2\n"u8]));

        Assert.Empty(YamlTree.ParseEmbedded(Assert.IsType<YamlScalar>(tree.RootMapping?["b"])).Problems);
    }

    [Fact]
    public void Invalid_utf16_is_named_with_its_encoding()
    {
        var tree = YamlTree.Parse(SourceText.Decode("x.yaml", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a: "), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("\n")]));

        Assert.Equal("1:4 the file is not valid UTF-16: these bytes stand for no character", Describe(tree.Problems[0]));
    }

    [Fact]
    public void Document_behind_a_broken_one_is_read_at_its_place()
    {
        var tree = YamlTree.Parse(SourceText.From("x.yaml", "a: [\n---\nb: 1\n---\nc: \"\n---\nd: 2\n"));

        Assert.Equal(["1:4", "5:4"], tree.Problems.Select(problem => problem.Location.Start.ToString()));
        Assert.Equal(["3:1", "7:1"], tree.Documents.Select(document => tree.Source.GetPosition(document.Span.Start).ToString()));
        Assert.True(tree.IsBroken);
    }

    [Fact]
    public void Documents_in_front_of_a_broken_one_are_kept()
    {
        var tree = YamlTree.Parse(SourceText.From("x.yaml", "a: 1\n---\nb: 2\n---\nc: {\n"));

        Assert.Equal(2, tree.Documents.Length);
        Assert.Equal("5:4 the '{' that opens here is never closed", Describe(Assert.Single(tree.Problems)));
    }

    [Fact]
    public void Duplicate_key_names_the_first_one_and_does_not_break_the_tree()
    {
        var tree = YamlTree.Parse(SourceText.From("x.yaml", "a: 1\nb: 2\na: 3\n"));

        var problem = Assert.Single(tree.Problems);
        Assert.Equal((YamlProblemKind.DuplicateKey, "3:1", "1:1"), (problem.Kind, problem.Location.Start.ToString(), problem.Other?.Start.ToString()));
        Assert.False(tree.IsBroken);
    }

    [Fact]
    public void Duplicate_key_is_found_among_many()
    {
        var text = string.Concat(Enumerable.Range(1, 20).Select(line => line % 9 == 0 ? "same: 0\n" : $"a{line}: 0\n"));

        Assert.Equal(["18:1 9:1"], YamlTree.Parse(SourceText.From("x.yaml", text)).Problems.Select(problem => $"{problem.Location.Start} {problem.Other?.Start}"));
    }

    private static string Describe(YamlProblem problem) => $"{problem.Location.Start} {problem.Message}";
}
