using FluxLint.Cli.Terminal;

namespace FluxLint.Cli.Tests.Terminal;

public sealed class ReportFormatsTests
{
    [Fact]
    public void Every_name_has_a_reporter_of_its_own()
    {
        var reporters = ReportFormats.Names.Select(name => ReportFormats.Create(name, new(), new())?.GetType()).ToArray();

        Assert.DoesNotContain(null, reporters);
        Assert.Equal(reporters.Length, reporters.Distinct().Count());
    }

    [Fact]
    public void Another_name_has_none() => Assert.Null(ReportFormats.Create("xml", new(), new()));
}
