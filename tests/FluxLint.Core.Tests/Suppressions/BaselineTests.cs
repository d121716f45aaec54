using FluxLint.Core.Tests.Reporting;
using FluxLint.Reporting;
using FluxLint.Suppressions;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Suppressions;

public sealed class BaselineTests
{
    [Fact]
    public void Reads_what_is_written()
    {
        var baseline = Read(new BaselineReporter().Write(SampleResult.Full with { Places = SampleResult.Full.Diagnostics }));

        Assert.Equal(SampleResult.Full.Diagnostics.Select(diagnostic => (diagnostic.Id, diagnostic.Location.Path)), baseline?.Entries.Select(entry => (entry.Id, entry.Path)));
        Assert.All(baseline?.Entries ?? [], entry => Assert.Matches("^[0-9a-f]{16}$", entry.Hash));
    }

    [Fact]
    public void Reads_a_full_log_as_well() =>
        Assert.Equal(Read(new BaselineReporter().Write(SampleResult.Full with { Places = SampleResult.Full.Diagnostics }))?.Entries.Select(entry => entry.Hash).Order(), Read(new SarifReporter().Write(SampleResult.Full))?.Entries.Select(entry => entry.Hash).Order());

    [Fact]
    public void Knows_where_entries_stand_behind_letters_of_several_bytes()
    {
        var baseline = Read(new BaselineReporter().Write(SampleResult.Full with { Places = SampleResult.Full.Diagnostics }));

        Assert.All(baseline?.Entries ?? [], entry => Assert.Matches(@"^\{[^\0]*\}$", baseline?.Source.Slice(entry.Span).ToString()));
    }

    [Theory]
    [InlineData("", "'b.sarif' is not JSON in line 1")]
    [InlineData("{\n\"runs\": [", "'b.sarif' is not JSON in line 2")]
    [InlineData("[]", "'b.sarif' is not a SARIF log that FluxLint wrote")]
    [InlineData("{\"runs\": [{\"tool\": {\"driver\": {\"name\": \"Other\"}}, \"results\": []}]}", "'b.sarif' is not a SARIF log that FluxLint wrote")]
    public void Says_why_a_file_is_none(string text, string expected)
    {
        Assert.Null(Baseline.Read(SourceText.From("b.sarif", text), out var problem));
        Assert.Equal(expected, problem);
    }

    [Fact]
    public void Results_of_any_shape_do_no_harm() => Assert.Empty(
        Read("""{"runs": [{"tool": {"driver": {"name": "FluxLint"}}, "results": [1, [], {}, {"ruleId": 1}, {"ruleId": "A", "partialFingerprints": []}]}, null], "x": {"results": [{}]}}""")?.Entries ?? []);

    private static Baseline? Read(string text) => Baseline.Read(SourceText.From("b.sarif", text), out _);
}
