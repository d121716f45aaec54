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
        + "title=FLX1001 missing-reference::a: b, 100%25%0D%0A::set-env name=x::y\n",
        new GitHubReporter().Write(Of(Finding(Release, "kind", "a: b, 100%\r\n::set-env name=x::y"))));
}
