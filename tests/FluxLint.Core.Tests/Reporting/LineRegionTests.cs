using FluxLint.Reporting;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Reporting;

public sealed class LineRegionTests
{
    [Theory]
    [InlineData("ab: cd\n", 4, 2, "1:5-7")]
    [InlineData("ab: cd\n", 4, 0, "1:5-6")]
    [InlineData("ab: cd\n", 6, 0, "1:7-7")]
    [InlineData("ab: cd", 6, 0, "1:7-7")]
    [InlineData("ab: cd", 60, 3, "1:7-7")]
    [InlineData("ab: cd\n", 7, 0, "2:1-1")]
    [InlineData("", 0, 0, "1:1-1")]
    [InlineData("ab:\n  cd: ef\n", 0, 12, "1:1-4")]
    [InlineData("ab:\r\n  cd: ef\r\n", 0, 12, "1:1-4")]
    [InlineData("ab:\r\n  cd\r\n", 4, 3, "1:4-4")]
    [InlineData("🚀x", 0, 0, "1:1-3")]
    [InlineData("🚀x", 2, 0, "1:3-4")]
    public void Lies_on_one_line(string text, int start, int length, string expected)
    {
        var region = LineRegion.Of(new(SourceText.From("a.yaml", text), new(start, length)));

        Assert.Equal(expected, $"{region.Line}:{region.StartColumn}-{region.EndColumn}");
    }
}
