using System.Text;
using CsCheck;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Syntax;

public sealed class HostileInputTests
{
    private static readonly int Iterations = int.TryParse(Environment.GetEnvironmentVariable("FLUXLINT_ITERATIONS"), out var iterations) ? iterations : 2_000;

    private static readonly string[] Texts =
        [.. Directory.EnumerateFiles(TreeBaselineTests.BaselineDirectory, "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    private static readonly Gen<string> Piece = Gen.OneOf(
        Choice("\n", "\n---\n", "\n...\n", "\t", ": ", "- ", "? ", "[", "]", "{", "}", ",", "\"", "'", "|", ">\n", "#", " #", "&a ", "*a", "!!str ", "!<", "<<: *a", "%TAG ", "\r", "\r\n", "\\", "\\u12", "\\U00110000", "😀", "\uD83D", "\uFEFF", "\0", "\u0085", "\u2028", "`", "@", "\n  "),
        Gen.String[Gen.Char[' ', '~'], 0, 6],
        Gen.String[0, 4]);

    private static readonly Gen<string> Mutated =
        from text in Choice(Texts)
        from edits in Gen.Select(Gen.Int[0, 2], Gen.Double[0, 1], Gen.Int[0, 40], Piece).Array[1, 8]
        select edits.Aggregate(text, (mutated, edit) => Mutate(mutated, edit.Item1, (int)(edit.Item2 * mutated.Length), edit.Item3, edit.Item4));

    [Fact]
    public void Mutated_text_gives_a_lawful_tree() => Mutated.Sample(text => AssertLawful(SourceText.From("mutated.yaml", text)), iter: Iterations);

    [Fact]
    public void Random_bytes_give_a_lawful_tree() => Gen.Byte.Array[0, 200].Sample(bytes => AssertLawful(SourceText.Decode("bytes.yaml", bytes)), iter: Iterations);

    [Fact]
    public void Content_of_every_scalar_gives_a_tree_that_points_into_the_file() => Mutated.Sample(
        text =>
        {
            var source = SourceText.From("mutated.yaml", text);
            foreach (var scalar in YamlTree.Parse(source).DescendantNodes().OfType<YamlScalar>())
            {
                var embedded = YamlTree.ParseEmbedded(scalar);
                Assert.All(embedded.DescendantNodes(), node => Assert.True(scalar.Span.Contains(node.Span), $"{node.Span} outside {scalar.Span}"));
            }
        },
        iter: Iterations / 10);

    [Theory]
    [InlineData("[", "collections are nested more than 256 deep")]
    [InlineData("{a: ", "collections are nested more than 256 deep")]
    [InlineData("- ", "collections are nested more than 256 deep")]
    [InlineData("? ", "collections are nested more than 256 deep")]
    public void Nesting_beyond_the_limit_is_a_problem(string opening, string message)
    {
        var tree = Parse(string.Concat(Enumerable.Repeat(opening, 100_000)));

        var problem = Assert.Single(tree.Problems);
        Assert.Equal((YamlProblemKind.Limit, message), (problem.Kind, problem.Message));
    }

    [Fact]
    public void Nesting_up_to_the_limit_is_read()
    {
        var tree = Parse(new string('[', YamlLimits.Depth) + new string(']', YamlLimits.Depth));

        Assert.Empty(tree.Problems);
    }

    [Fact]
    public void Document_behind_one_that_is_too_deep_is_still_read()
    {
        var tree = Parse(new string('[', 1000) + "\n---\na: 1\n");

        Assert.True(tree.IsBroken);
        Assert.Equal("1", Assert.IsType<YamlMapping>(Assert.Single(tree.Documents).Root).Text("a"));
    }

    [Fact]
    public void Billion_laughs_are_a_problem()
    {
        var text = new StringBuilder("a0: &a0 lol\n");
        for (var i = 1; i < 12; i++)
            text.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");

        var problem = Assert.Single(Parse(text.ToString()).Problems);

        Assert.Equal((YamlProblemKind.Limit, "aliases expand to more than 1,000,000 nodes"), (problem.Kind, problem.Message));
    }

    [Fact]
    public void Chain_of_aliases_that_nests_too_deep_is_a_problem()
    {
        var text = new StringBuilder("a0: &a0 [x]\n");
        for (var i = 1; i < 1000; i++)
            text.Append($"a{i}: &a{i} [*a{i - 1}]\n");

        var problem = Assert.Single(Parse(text.ToString()).Problems);

        Assert.Equal((YamlProblemKind.Limit, "aliases nest collections more than 256 deep"), (problem.Kind, problem.Message));
    }

    [Fact]
    public void Long_line_is_read()
    {
        var line = new string('x', 5_000_000);

        Assert.Equal(line, Parse("a: " + line).RootMapping?.Text("a"));
    }

    [Fact]
    public void Every_broken_document_of_many_is_a_problem()
    {
        var tree = Parse(string.Concat(Enumerable.Repeat("---\na: [\n---\nb: 1\n", 5_000)));

        Assert.Equal(5_000, tree.Problems.Length);
        Assert.Equal(5_000, tree.Documents.Length);
    }

    [Fact]
    public void File_beyond_the_limit_is_not_read()
    {
        var tree = Parse(new string(' ', YamlLimits.Characters + 1));

        Assert.Equal(YamlProblemKind.Limit, Assert.Single(tree.Problems).Kind);
    }

    private static YamlTree Parse(string text) => YamlTree.Parse(SourceText.From("hostile.yaml", text));

    private static void AssertLawful(SourceText source)
    {
        var tree = YamlTree.Parse(source);
        var all = new TextSpan(0, source.Text.Length);
        Assert.All(tree.Comments, comment => Assert.True(all.Contains(comment.Span)));
        Assert.Null(TreeLaw.FindBreach(tree));
        foreach (var document in tree.Documents)
            Assert.True(document.Expanded is null == document.Root is null);
    }

    private static Gen<string> Choice(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static string Mutate(string text, int action, int at, int length, string piece)
    {
        var end = Math.Min(text.Length, at + length);
        return action switch
        {
            0 => text.Insert(at, piece),
            1 => text.Remove(at, end - at),
            _ => text.Insert(end, text[at..end]),
        };
    }
}
