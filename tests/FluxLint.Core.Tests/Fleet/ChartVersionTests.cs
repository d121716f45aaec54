using FluxLint.Fleet;

namespace FluxLint.Core.Tests.Fleet;

public sealed class ChartVersionTests
{
    [Theory]
    [InlineData("1.2.3")]
    [InlineData("v1.2.3")]
    [InlineData("=1.2.3")]
    [InlineData(" 1.2.3 ")]
    [InlineData("1.2.3-rc.1")]
    [InlineData("1.2.3+build.5")]
    public void Exact_versions_are_no_ranges(string text)
    {
        Assert.True(ChartVersion.IsExact(text));
        Assert.False(ChartVersion.IsRange(text));
    }

    [Theory]
    [InlineData("*", true)]
    [InlineData("x", true)]
    [InlineData(">=1.0.0", true)]
    [InlineData("^1.0.0 || >2.0.0", true)]
    [InlineData("1.x", false)]
    [InlineData("<2.0.0", false)]
    [InlineData(">=1.0.0 <2.0.0", false)]
    [InlineData("1.2.3", false)]
    [InlineData("latest", false)]
    public void Open_ranges_have_no_upper_end(string text, bool isOpen) => Assert.Equal(isOpen, ChartVersion.IsOpen(text));

    [Theory]
    [InlineData("*")]
    [InlineData("1.x")]
    [InlineData("1.2.*")]
    [InlineData("1")]
    [InlineData("1.2")]
    [InlineData("^1.2.3")]
    [InlineData("~1.2")]
    [InlineData(">=1.0.0")]
    [InlineData(">=1.0.0 <2.0.0")]
    [InlineData(">=1.0.0, <2.0.0")]
    [InlineData("1.2.3 || 1.2.4")]
    [InlineData("1.0.0 - 2.0.0")]
    public void Ranges_take_in_several_versions(string text)
    {
        Assert.True(ChartVersion.IsRange(text));
        Assert.False(ChartVersion.IsExact(text));
    }

    [Theory]
    [InlineData("latest")]
    [InlineData("main")]
    [InlineData("1.2.3.4")]
    public void Other_texts_are_neither(string text)
    {
        Assert.False(ChartVersion.IsExact(text));
        Assert.False(ChartVersion.IsRange(text));
    }
}
