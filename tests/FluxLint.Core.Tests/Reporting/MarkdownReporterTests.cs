using System.Text;
using FluxLint.Reporting;
using static FluxLint.Core.Tests.Reporting.SampleResult;

namespace FluxLint.Core.Tests.Reporting;

public sealed class MarkdownReporterTests
{
    private static readonly ClusterSummary Cluster = new("prod-region-1/weu-01", "production", 1234, [new("cert-manager", "cert-manager", "1.15.0"), new("own_chart", "apps", null)]);

    [Fact]
    public Task Writes_verdict_findings_and_clusters() =>
        Verifier.Verify(new MarkdownReporter().Write(Full with { Clusters = new([Cluster, Cluster with { Name = "poc", Class = null, Releases = [] }]) }));

    [Fact]
    public void Says_so_when_nothing_is_found() => Assert.Equal(
        "## FluxLint: no findings\n\n65 clusters, 171 files, 16 rules.\n",
        new MarkdownReporter().Write(Empty));

    [Fact]
    public void Shows_the_worst_and_counts_the_others()
    {
        var page = new MarkdownReporter(new() { MaximumFindings = 10 }).Write(Many(1_011));

        Assert.Equal(10, page.Split('\n').Count(line => line.StartsWith("| error |", StringComparison.Ordinal)));
        Assert.EndsWith("\n1,001 more are not shown.\n", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(700)]
    [InlineData(5_000)]
    [InlineData(100_000)]
    public void Keeps_within_the_size(int bytes)
    {
        var clusters = Enumerable.Range(0, 10_000).Select(i => Cluster with { Name = $"größe-{i}" });

        var page = new MarkdownReporter(new() { MaximumBytes = bytes, MaximumFindings = 100_000 }).Write(Many(10_000) with { Clusters = new([.. clusters]) });

        Assert.InRange(Encoding.UTF8.GetByteCount(page), 1, bytes);
        Assert.Contains("more are not shown.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repository_cannot_mark_up_the_page()
    {
        var page = new MarkdownReporter().Write(Of(Finding(Release, "kind", "a | b\n# <img> ![x](y) @someone `c`")));

        Assert.Contains(@"| a \| b \# \<img\> \!\[x\](y) @<!-- -->someone \`c\` |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Clusters_are_not_worked_out_for_other_formats()
    {
        var result = Full with { Clusters = new(() => throw new InvalidOperationException()) };

        foreach (var reporter in (IReporter[])[new SarifReporter(), new JsonReporter(), new GitHubReporter(), new GitLabReporter(), new JUnitReporter(), new MSBuildReporter()])
            Assert.NotEqual("", reporter.Write(result));
    }
}
