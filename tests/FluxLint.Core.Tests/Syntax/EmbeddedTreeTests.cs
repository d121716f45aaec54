using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Syntax;

public sealed class EmbeddedTreeTests
{
    [Theory]
    [InlineData("p: |\n  kind: Deployment\n", "2:3=kind 2:9=Deployment")]
    [InlineData("p: |-\n    kind: Deployment", "2:5=kind 2:11=Deployment")]
    [InlineData("l:\n  - p: |\n      a: 1\n      b:\n        c: 2\n", "3:7=a 3:10=1 4:7=b 5:9=c 5:12=2")]
    [InlineData("p: |\n\n  a: 1\n", "3:3=a 3:6=1")]
    [InlineData("p: |\n  # comment\n\n  a: 1\n\n\n  b: 2\n", "4:3=a 4:6=1 7:3=b 7:6=2")]
    [InlineData("p: |2\n    a: 1\n    b: 2\n", "2:5=a 2:8=1 3:5=b 3:8=2")]
    [InlineData("p: |\r\n  a: 1\r\n\r\n  b: 2\r\n", "2:3=a 2:6=1 4:3=b 4:6=2")]
    [InlineData("p: \"{a: 1}\"\n", "1:6=a 1:9=1")]
    [InlineData("p: '[a, b]'\n", "1:6=a 1:9=b")]
    [InlineData("p: \"a: \\\"x\\\"\\nb: \\u0031\\n\"\n", "1:5=a 1:8=\\\"x\\\" 1:15=b 1:18=\\u0031")]
    [InlineData("p: 'a: ''x'''\n", "1:5=a 1:8=''x''")]
    [InlineData("p: \"{a: 1,\n  b: 2}\"\n", "1:6=a 1:9=1 2:3=b 2:6=2")]
    [InlineData("p: >\n  {a: 1,\n  b: 2}\n", "2:4=a 2:7=1 3:3=b 3:6=2")]
    [InlineData("p: >-\n  a: 1\n\n  b: 2\n", "2:3=a 2:6=1 4:3=b 4:6=2")]
    [InlineData("p: {a: x}\n", "1:8=x")]
    [InlineData("p: |\n  😀: \"ä\"\n", "2:3=😀 2:7=\"ä\"")]
    public void Nodes_point_into_the_file(string text, string expected)
    {
        var source = SourceText.From("x.yaml", text);
        var scalars = YamlTree.Parse(source).DescendantNodes().OfType<YamlScalar>();
        var tree = YamlTree.ParseEmbedded(scalars.Last(scalar => scalar.Value.Length > 1 || scalar.Value == "x"));

        Assert.Empty(tree.Problems);
        var leaves = tree.DescendantNodes().OfType<YamlScalar>();
        Assert.Equal(expected, string.Join(' ', leaves.Select(leaf => $"{leaf.Location.Start}={source.Slice(leaf.Span)}")));
    }

    [Fact]
    public void Tree_inside_a_tree_points_into_the_file()
    {
        var outer = Scalar(YamlTree.Parse(SourceText.From("x.yaml", "p: |\n  q: |\n    a: 1\n")), "p");
        var inner = Scalar(YamlTree.ParseEmbedded(outer), "q");

        Assert.Equal("3:8", YamlTree.ParseEmbedded(inner).RootMapping?["a"]?.Location.Start.ToString());
    }

    [Fact]
    public void Problem_points_into_the_file()
    {
        var tree = YamlTree.ParseEmbedded(Scalar(YamlTree.Parse(SourceText.From("x.yaml", "p: |\n  a: 1\n  b: [1\n")), "p"));

        Assert.Equal("3:6", Assert.Single(tree.Problems).Location.Start.ToString());
    }

    [Fact]
    public void Content_that_is_not_in_the_file_maps_to_the_whole_scalar()
    {
        var written = Scalar(YamlTree.Parse(SourceText.From("x.yaml", "p: ${PATCH}\n")), "p");
        var tree = YamlTree.ParseEmbedded(YamlScalar.Create("a: 1\nb: 2\n", written.Location));

        Assert.All(tree.DescendantNodes(), node => Assert.Equal(written.Span, node.Span));
    }

    [Fact]
    public void Embedded_tree_has_no_comments() =>
        Assert.Empty(YamlTree.ParseEmbedded(Scalar(YamlTree.Parse(SourceText.From("x.yaml", "p: |\n  a: 1 # c\n")), "p")).Comments);

    private static YamlScalar Scalar(YamlTree tree, string key) => Assert.IsType<YamlScalar>(tree.RootMapping?[key]);
}
