using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Reporting;
using FluxLint.Text;
using static FluxLint.Core.Tests.Reporting.SampleResult;

namespace FluxLint.Core.Tests.Reporting;

public sealed class FingerprintsTests
{
    [Fact]
    public void Is_the_hash_of_rule_and_line_with_a_number() => Assert.Equal("4e0e39accab0cbe8:1", One(Finding(Text("kind: X"), "kind")));

    [Fact]
    public void Stays_when_lines_come_before_the_text_moves_in_and_the_file_moves() => Assert.Equal(
        One(Finding(Text("kind: X"), "kind")),
        One(Finding(SourceText.From("elsewhere.yaml", "a: b\n\n    kind: X  \r\n"), "kind", "told otherwise")));

    [Fact]
    public void Changes_with_the_line() =>
        Assert.NotEqual(One(Finding(Text("kind: X"), "kind")), One(Finding(Text("kind: Y"), "kind")));

    [Fact]
    public void Changes_with_the_rule()
    {
        var finding = Finding(Text("kind: X"), "kind");

        Assert.NotEqual(One(finding), One(finding with { Descriptor = finding.Descriptor with { Id = "FLX1002" } }));
    }

    [Fact]
    public void Numbers_equal_lines_of_a_file()
    {
        var text = Text("kind: X\n---\nkind: X\n");
        var other = SourceText.From("other.yaml", "kind: X\n");

        var fingerprints = All(Finding(text, "kind"), Finding(new Location(text, new(12, 4))), Finding(other, "kind"));

        Assert.Equal(["1", "2", "1"], fingerprints.Select(fingerprint => fingerprint.Split(':')[1]));
        Assert.Single(fingerprints.Select(fingerprint => fingerprint.Split(':')[0]).Distinct());
    }

    private static SourceText Text(string text) => SourceText.From("a.yaml", text);

    private static string One(Diagnostic diagnostic) => Assert.Single(All(diagnostic));

    private static ImmutableArray<string> All(params ImmutableArray<Diagnostic> diagnostics)
    {
        var fingerprints = Fingerprints.Of(diagnostics);
        return [.. diagnostics.Select(diagnostic => fingerprints[diagnostic])];
    }
}
