using System.Text.Json;
using FluxLint.Reporting;
using FluxLint.Text;
using static FluxLint.Core.Tests.Reporting.SampleResult;

namespace FluxLint.Core.Tests.Reporting;

public sealed class GitLabReporterTests
{
    [Fact]
    public Task Writes_what_GitLab_asks_for() => Verifier.Verify(new GitLabReporter().Write(Full));

    [Fact]
    public void Writes_an_empty_list_when_there_is_nothing() => Assert.Equal("[]\n", new GitLabReporter().Write(Empty));

    [Fact]
    public void Equal_findings_of_two_files_have_fingerprints_of_their_own()
    {
        using var report = JsonDocument.Parse(new GitLabReporter().Write(Of(
            Finding(SourceText.From("a.yaml", "x: y"), "x"), Finding(SourceText.From("a.yaml", "x: y\nx: y"), "y\n"), Finding(SourceText.From("b.yaml", "x: y"), "x"))));

        var fingerprints = report.RootElement.EnumerateArray().Select(finding => finding.GetProperty("fingerprint").GetString()).ToList();
        Assert.Equal(3, fingerprints.Distinct().Count());
    }

    [Fact]
    public void Lines_that_come_above_leave_the_fingerprint_as_it_is()
    {
        var before = new GitLabReporter().Write(Of(Finding(SourceText.From("a.yaml", "x: y"), "x")));
        var after = new GitLabReporter().Write(Of(Finding(SourceText.From("a.yaml", "# new\nx: y"), "x")));

        Assert.Equal(before.Replace("\"begin\": 1", "\"begin\": 2", StringComparison.Ordinal), after);
    }
}
