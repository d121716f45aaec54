using CsCheck;
using FluxLint.Testing;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Testing;

public sealed class MarkerTests
{
    [Fact]
    public void Marker_lines_are_taken_out_and_speak_of_the_line_above()
    {
        var marked = MarkerReader.Read("""
            a: 1
            b: x
            #~ FLX1001
            #~ ^ FLX1002: message: with a colon
            c: 2
            #~ [0:1) FLX1003
            """.ReplaceLineEndings("\n"));

        Assert.Equal("a: 1\nb: x\nc: 2\n", marked.Text);
        Assert.Equal(
            [new(2, null, null, "FLX1001"), new(2, 4, 5, "FLX1002", "message: with a colon"), new(3, 1, 2, "FLX1003")],
            marked.Markers.ToArray());
    }

    [Fact]
    public void Marker_inside_a_block_scalar_leaves_it_whole() =>
        Assert.Equal("a: |\n  x\n  y\n", MarkerReader.Read("a: |\n  x\n#~^ FLX1001\n  y\n").Text);

    [Fact]
    public void Comment_that_does_not_start_in_the_first_column_is_no_marker() =>
        Assert.Empty(MarkerReader.Read("a: 1 #~ FLX1001\n #~ FLX1001\n# ~\n").Markers);

    [Fact]
    public void Line_endings_of_the_text_are_kept() =>
        Assert.Equal("a\r\nb\r\n", MarkerReader.Read("a\r\n#~ FLX1001\r\nb\r\n").Text);

    [Theory]
    [InlineData("#~ FLX1001\na: 1\n", 1)]
    [InlineData("a: 1\n#~\n", 2)]
    [InlineData("a: 1\n\n#~ ^^\n", 3)]
    [InlineData("a: 1\n#~FLX1001\n", 2)]
    [InlineData("a: 1\n#~ ^FLX1001\n", 2)]
    [InlineData("a: 1\n#~ FLX1001:\n", 2)]
    [InlineData("a: 1\n#~ FLX1001 text\n", 2)]
    [InlineData("a: 1\n#~ [1) FLX1001\n", 2)]
    [InlineData("a: 1\n#~ [2:1) FLX1001\n", 2)]
    [InlineData("a: 1\n#~ [-1:1) FLX1001\n", 2)]
    [InlineData("a: 1\n#~ [0:1 FLX1001\n", 2)]
    public void Malformed_marker_is_an_exception_with_its_line(string text, int line) =>
        Assert.Equal(line, Assert.Throws<MarkerException>(() => MarkerReader.Read(text)).Line);

    [Fact]
    public void Findings_are_written_below_their_lines() => Assert.Equal(
        "a: xyz\n#~ [0:1) FLX1002: left\n#~ ^^^ FLX1001: right\nb: 1\n",
        MarkerWriter.Write("a: xyz\nb: 1\n", [new(1, 4, 7, "FLX1001", "right"), new(1, 1, 2, "FLX1002", "left")]));

    [Fact]
    public void Rewriting_keeps_a_short_marker_that_holds_and_drops_one_that_does_not() => Assert.Equal(
        "a: x\n#~ FLX1001\nb: y\n#~ ^ FLX1003: new\n",
        MarkerWriter.Rewrite("a: x\n#~ FLX1001\n#~ FLX1002\nb: y\n", [new(1, 4, 5, "FLX1001", "old"), new(2, 4, 5, "FLX1003", "new")]));

    [Fact]
    public void What_is_written_is_read_back()
    {
        var marker = Gen.Select(Gen.Int[1, 4], Gen.Int[1, 9], Gen.Int[0, 5], Gen.Int[1000, 9999], Gen.Bool)
            .Select((line, start, length, id, says) => new Marker(line, start, start + length, $"FLX{id}", says ? "it's: so [1:2) ^" : null));

        marker.Array[0, 6].Sample(findings =>
        {
            const string text = "first: line\r\n\r\n  third\nfourth\n";
            var marked = MarkerReader.Read(MarkerWriter.Write(text, findings));

            Assert.Equal(text, marked.Text);
            Assert.Empty(marked.Differences(findings));
            Assert.Equal(findings.Length, marked.Markers.Length);
        });
    }

    [Fact]
    public void Difference_names_what_is_missing_and_what_is_unexpected() => Assert.Equal(
        ["line 1: expected and not found: #~ FLX1001", "line 2: found and not expected: #~ ^ FLX1001: text"],
        MarkerReader.Read("a: x\n#~ FLX1001\nb: y\n").Differences([new(2, 4, 5, "FLX1001", "text")]).ToArray());

    [Fact]
    public void Bare_marker_leaves_the_finding_that_another_names_exactly() =>
        Assert.Empty(MarkerReader.Read("a: xy\n#~ FLX1001\n#~ ^ FLX1001\n").Differences([new(1, 4, 5, "FLX1001", "m"), new(1, 5, 6, "FLX1001", "n")]));

    [Fact]
    public void Span_over_several_lines_counts_up_to_the_end_of_the_first() =>
        Assert.Equal(new Marker(1, 4, 6, "FLX1001", "m"), Marker.Of(SourceText.From("x", "a: xy\nb"), new(3, 4), "FLX1001", "m"));
}
