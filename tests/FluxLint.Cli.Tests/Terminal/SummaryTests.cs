using FluxLint.Cli.Terminal;
using FluxLint.Diagnostics;
using static FluxLint.Core.Tests.Reporting.SampleResult;

namespace FluxLint.Cli.Tests.Terminal;

public sealed class SummaryTests
{
    [Theory]
    [InlineData("", 65, 171, 16, "65 clusters, 171 files, 16 rules: no findings")]
    [InlineData("", 1, 1, 1, "1 cluster, 1 file, 1 rule: no findings")]
    [InlineData("", 0, 0, 0, "0 clusters, 0 files, 0 rules: no findings")]
    [InlineData("EWW", 65, 171, 16, "1 error, 2 warnings in 171 files, 65 clusters, 16 rules")]
    [InlineData("WEE", 1, 1, 1, "2 errors, 1 warning in 1 file, 1 cluster, 1 rule")]
    [InlineData("I", 6_300, 17_100, 16, "1 info in 17,100 files, 6,300 clusters, 16 rules")]
    [InlineData("IIE", 1, 2, 3, "1 error, 2 infos in 2 files, 1 cluster, 3 rules")]
    public void Counts(string severities, int clusters, int files, int rules, string expected)
    {
        var result = Empty with
        {
            Diagnostics = [.. severities.Select(severity => Finding(Release, "kind") with { Severity = Parse(severity) })],
            Statistics = new() { Clusters = clusters, FilesParsed = files, RulesRun = rules },
        };

        Assert.Equal(expected, Summary.Of(result, new Ansi(enabled: false)));
    }

    private static Severity Parse(char letter) => letter switch
    {
        'E' => Severity.Error,
        'W' => Severity.Warning,
        _ => Severity.Info,
    };
}
