using FluxLint.Cli.Terminal;
using FluxLint.Diagnostics;
using FluxLint.Text;
using static FluxLint.Core.Tests.Reporting.SampleResult;

namespace FluxLint.Cli.Tests.Terminal;

/// <summary>Which lines of a file stand under a finding.</summary>
public sealed class SourceLineTests
{
    [Fact]
    public void The_line_above_shows_where_an_indented_line_belongs() => AssertSource("spec:\n  chart: x\n", "chart", """
           |
         1 | spec:
         2 |   chart: x
           |   ^^^^^
        """);

    [Fact]
    public void A_top_level_key_stands_alone() => AssertSource("kind: X\nspec: y\n", "spec", """
           |
         2 | spec: y
           | ^^^^
        """);

    [Theory]
    [InlineData("a:\n\n  b: x\n")]
    [InlineData("a:\n---\n  b: x\n")]
    public void An_empty_line_or_the_start_of_a_document_tells_nothing(string text) => AssertSource(text, "b", """
           |
         3 |   b: x
           |   ^
        """);

    [Fact]
    public void The_end_of_another_block_tells_nothing() => AssertSource("a:\n  b:\n    c: x\n  d: y\n", "d", """
           |
         4 |   d: y
           |   ^
        """);

    [Fact]
    public void More_lines_are_marked_on_the_first_up_to_its_last_visible_character() => AssertSource("a: |  \n  b\n  c\n", "|  \n  b\n  c\n", """
           |
         1 | a: |
           |    ^
        """);

    [Fact]
    public void Numbers_of_two_digits_keep_the_bar_straight() => AssertSource("#\n#\n#\n#\n#\n#\n#\n#\na:\n  b: x", "b", """
            |
          9 | a:
         10 |   b: x
            |   ^
        """);

    [Fact]
    public void A_file_as_a_whole_has_no_source() => AssertSource(Location.OfFile(Release), "");

    [Fact]
    public void What_has_no_text_has_no_source() => AssertSource(Location.OfPath("clusters/poc"), "");

    private static void AssertSource(string text, string marked, string expected) =>
        AssertSource(At(SourceText.From("a.yaml", text), marked), expected);

    private static void AssertSource(Location location, string expected)
    {
        var lines = new TextReporter(new()).Write(Of(Finding(location))).Split('\n');

        Assert.Equal(expected.ReplaceLineEndings("\n"), string.Join('\n', lines.Skip(2).TakeWhile(line => line.Length > 0).Select(line => " " + line)));
    }
}
