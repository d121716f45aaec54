using System.Text.Json;
using FluxLint.Diagnostics;
using FluxLint.Reporting;
using static FluxLint.Core.Tests.Reporting.SampleResult;

namespace FluxLint.Core.Tests.Reporting;

public sealed class JsonReporterTests
{
    [Fact]
    public Task Writes_everything_a_finding_has() =>
        Verifier.Verify(new JsonReporter().Write(Full with { Diagnostics = [.. Full.Diagnostics.Select(found => found with { Clusters = [.. found.Clusters.Take(4)] })] }));

    [Fact]
    public void Writes_an_empty_list_when_there_is_nothing() => Assert.Equal(
        """
        {
          "version": 1,
          "summary": {
            "errors": 0,
            "warnings": 0,
            "infos": 0,
            "suppressed": 0,
            "clusters": 65,
            "files": 201,
            "filesParsed": 171,
            "kustomizations": 80,
            "rules": 16
          },
          "diagnostics": [],
          "suppressed": []
        }

        """.ReplaceLineEndings("\n"),
        new JsonReporter().Write(Empty));

    [Fact]
    public void Writes_apart_what_is_suppressed()
    {
        var suppressed = Finding(Release, "kind") with { Suppression = new(SuppressionKind.Configuration, "on purpose") };

        using var report = JsonDocument.Parse(new JsonReporter().Write(Empty with { Suppressed = [suppressed] }));

        Assert.Equal(0, report.RootElement.GetProperty("diagnostics").GetArrayLength());
        Assert.Equal("""{"kind":"configuration","reason":"on purpose"}""", JsonSerializer.Serialize(report.RootElement.GetProperty("suppressed")[0].GetProperty("suppression")));
    }
}
