using FluxLint.Reporting;

namespace FluxLint.Core.Tests.Reporting;

public sealed class ReachTests
{
    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "1 cluster: c1")]
    [InlineData(4, "4 clusters: c1, c2, c3, c4")]
    [InlineData(5, "5 clusters: c1, c2, c3 and 2 more")]
    [InlineData(6_300, "6,300 clusters: c1, c2, c3 and 6,297 more")]
    public void Names_a_few(int count, string? expected) =>
        Assert.Equal(expected, Reach.Describe([.. Enumerable.Range(1, count).Select(i => $"c{i}")]));
}
