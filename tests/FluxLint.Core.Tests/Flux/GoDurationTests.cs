using FluxLint.Flux;

namespace FluxLint.Core.Tests.Flux;

public sealed class GoDurationTests
{
    [Theory]
    [InlineData("30s", "00:00:30")]
    [InlineData("1h30m", "01:30:00")]
    [InlineData("10m0s", "00:10:00")]
    [InlineData("720m0s", "12:00:00")]
    [InlineData("1.5h", "01:30:00")]
    [InlineData(".5m", "00:00:30")]
    [InlineData("1m1m", "00:02:00")]
    [InlineData("500ms", "00:00:00.5")]
    [InlineData("20us", "00:00:00.00002")]
    [InlineData("20\u00B5s", "00:00:00.00002")]
    [InlineData("200ns", "00:00:00.0000002")]
    [InlineData("-5m", "-00:05:00")]
    [InlineData("+5m", "00:05:00")]
    [InlineData("0", "00:00:00")]
    public void Reads_what_go_reads(string text, string expected) =>
        Assert.Equal(TimeSpan.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), GoDuration.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("5")]
    [InlineData("m")]
    [InlineData("1d")]
    [InlineData("1h 30m")]
    [InlineData("5M")]
    [InlineData("1.2.3s")]
    [InlineData(".s")]
    [InlineData("${INTERVAL}")]
    [InlineData("999999999999999999h")]
    [InlineData("99999999999999999999999999999999999h")]
    public void Anything_else_is_none(string text) => Assert.Null(GoDuration.Parse(text));
}
