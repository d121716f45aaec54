using FluxLint.Reporting;
using static FluxLint.Core.Tests.Reporting.SampleResult;

namespace FluxLint.Core.Tests.Reporting;

public sealed class GitHubReporterTests
{
    [Fact]
    public Task Writes_the_most_severe_first() => Verifier.Verify(new GitHubReporter().Write(Full));

    [Fact]
    public void Writes_nothing_when_there_is_nothing() => Assert.Equal("", new GitHubReporter().Write(Empty));

    [Fact]
    public void A_message_cannot_start_a_command_of_its_own() => Assert.Equal(
        "::error file=infrastructure/base/external-dns/helmrelease.yaml,line=2,endLine=2,col=1,endColumn=5,"
        + "title=FLX1001 missing-reference::a: b, 100%25%0A: :set-env name=x::y\n",
        new GitHubReporter().Write(Of(Finding(Release, "kind", "a: b, 100%\r\n::set-env name=x::y"))));

    [Fact]
    public void A_step_shows_ten_of_each_level_and_a_notice_counts_the_others()
    {
        var lines = new GitHubReporter().Write(Many(45)).TrimEnd().Split('\n');

        var notice = Assert.Single(lines, line => line.StartsWith("::notice title=FluxLint::", StringComparison.Ordinal));
        Assert.Equal(
            [("error", 10), ("warning", 10), ("notice", 10)],
            lines.Where(line => line.StartsWith("::", StringComparison.Ordinal) && !line.Contains("group", StringComparison.Ordinal))
                .CountBy(line => line[2..line.IndexOf(' ')]).Select(level => (level.Key, level.Value)));
        Assert.EndsWith("has 5 errors, 5 warnings, 6 infos more", notice, StringComparison.Ordinal);
        Assert.Equal(16, lines.SkipWhile(line => line != "::group::16 more findings").Skip(1).TakeWhile(line => line != "::endgroup::").Count());
        Assert.Contains(lines, line => line.StartsWith("- many.yaml(", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_not_annotated_cannot_be_a_command()
    {
        var findings = Enumerable.Range(0, 11).Select(i => Finding(Release, "kind", "##[add-mask]secret\n::add-mask::secret"));

        var output = new GitHubReporter().Write(Of([.. findings]));

        var line = Assert.Single(output.Split('\n'), line => line.StartsWith("- ", StringComparison.Ordinal));
        Assert.DoesNotContain("##[", line, StringComparison.Ordinal);
        Assert.EndsWith(": ##(add-mask]secret ::add-mask::secret", line, StringComparison.Ordinal);
    }
}
