using FluxLint.Reporting;
using static FluxLint.Core.Tests.Reporting.SampleResult;

namespace FluxLint.Core.Tests.Reporting;

public sealed class MSBuildReporterTests
{
    [Fact]
    public Task Writes_a_line_for_each_finding() => Verifier.Verify(new MSBuildReporter().Write(Full));

    [Fact]
    public void Writes_nothing_when_there_is_nothing() => Assert.Equal("", new MSBuildReporter().Write(Empty));

    [Fact]
    public void A_message_cannot_start_a_line_of_its_own() => Assert.Equal(
        "infrastructure/base/external-dns/helmrelease.yaml(2,1,2,5): error FLX1001: a b.cs(1,1): error X1: c\n",
        new MSBuildReporter().Write(Of(Finding(Release, "kind", "a\r\nb.cs(1,1): error X1: c"))));
}
