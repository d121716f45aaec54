using FluxLint.Cli.Terminal;
using FluxLint.Core.Tests.Reporting;
using FluxLint.Diagnostics;
using FluxLint.Text;
using static FluxLint.Core.Tests.Reporting.SampleResult;

namespace FluxLint.Cli.Tests.Terminal;

public sealed class TextReporterTests
{
    [Fact]
    public Task Writes_everything_a_finding_has() => Verifier.Verify(new TextReporter(new()).Write(Full));

    [Fact]
    public Task Writes_colours_when_asked() => Verifier.Verify(new TextReporter(new() { Color = true }).Write(Full).Replace('\e', '␛'));

    [Fact]
    public void Colours_are_all_that_colour_adds()
    {
        var coloured = new TextReporter(new() { Color = true }).Write(Full);

        var plain = System.Text.RegularExpressions.Regex.Replace(coloured, "\e\\[[0-9;]*m", "");
        Assert.Equal(new TextReporter(new()).Write(Full), plain);
    }

    [Fact]
    public void Writes_no_escape_without_colour() => Assert.DoesNotContain('\e', new TextReporter(new()).Write(Full));

    [Fact]
    public void A_repository_cannot_command_the_terminal()
    {
        const string Attack = "\e]0;owned\a\e[2J\u009b31m\r\b\u202e\u007f";
        var source = SourceText.From($"a{Attack}.yaml", $"  key: {Attack}x\n  next: y");
        var finding = Finding(source, "next", Attack) with
        {
            Help = Attack,
            Clusters = [Attack],
            Related = [new(At(source, "key"), Attack)],
            Provenance = [new(At(source, "key"), Attack)],
        };

        var text = new TextReporter(new()).Write(Of(finding));

        Assert.DoesNotContain(text, character => character != '\n' && (char.IsControl(character) || character == '\u202e'));
        Assert.Contains("␛]0;owned␇␛[2J�31m␍␈�␡", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_the_first_ten_of_many_places()
    {
        var finding = Finding(Release, "kind") with { Related = [.. Enumerable.Repeat(new RelatedLocation(At(Release, "spec"), "here"), 12)] };

        var lines = new TextReporter(new()).Write(Of(finding)).Split('\n');

        Assert.Equal(10, lines.Count(line => line.EndsWith("helmrelease.yaml:3:1: here", StringComparison.Ordinal)));
        Assert.Contains("          and 2 more", lines);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(40)]
    public void Source_lines_keep_within_the_width(int width)
    {
        var source = SourceText.From("a.yaml", $"  {new string('b', 300)}\n  key: {new string('x', 300)}MARK{new string('y', 300)}\n");

        var lines = new TextReporter(new() { Width = width }).Write(Of(Finding(source, "MARK"))).Split('\n');

        var line = Assert.Single(lines, line => line.StartsWith("2 | …", StringComparison.Ordinal));
        var caret = Assert.Single(lines, line => line.Contains("^^^^", StringComparison.Ordinal));
        Assert.Equal(width, line.Length);
        Assert.EndsWith("…", line, StringComparison.Ordinal);
        Assert.Equal(line.IndexOf("MARK", StringComparison.Ordinal), caret.IndexOf('^', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(50)]
    public void Everything_keeps_within_a_terminal(int width)
    {
        var finding = Finding(Release, "kind", string.Concat(Enumerable.Repeat("many words 日本 ", 20)).TrimEnd()) with
        {
            Help = string.Concat(Enumerable.Repeat("do something ", 20)),
            Related = [new(At(SourceText.From("a.yaml", "x: y"), "x"), string.Concat(Enumerable.Repeat("related words ", 20)))],
            Clusters = Clusters(65),
        };

        var lines = new TextReporter(new() { Width = width, Wraps = true }).Write(Of(finding)).Split('\n');

        Assert.All(lines.Where(line => !line.Contains("-->", StringComparison.Ordinal) && !line.Contains("files, ", StringComparison.Ordinal)), line => Assert.InRange(DisplayWidth.Of(line), 0, width));
        Assert.StartsWith("    ", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public Task Breaks_long_lines_for_a_terminal() => Verifier.Verify(new TextReporter(new() { Width = 60, Wraps = true }).Write(Full));

    [Fact]
    public Task Links_files_and_rules_for_a_terminal_that_can() =>
        Verifier.Verify(new TextReporter(new() { LinkRoot = "/srv/fleet" }).Write(Full).Replace("\e", "␛"));

    [Fact]
    public void A_path_cannot_end_its_link()
    {
        var source = SourceText.From("a\e\\\u0007b c.yaml", "x: y");

        var text = new TextReporter(new() { LinkRoot = "/srv" }).Write(Of(Finding(source, "x")));

        Assert.Contains("\e]8;;file:///srv/a%1B%5C%07b%20c.yaml\e\\", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_nothing_but_findings_when_it_is_to_be_quiet()
    {
        Assert.Equal("", new TextReporter(new() { Quiet = true }).Write(Empty));
        Assert.EndsWith("\n\n", new TextReporter(new() { Quiet = true }).Write(Full), StringComparison.Ordinal);
    }
}
