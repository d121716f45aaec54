using System.Text.Json;
using FluxLint.Diagnostics;
using FluxLint.Reporting;
using static FluxLint.Core.Tests.Reporting.SampleResult;

namespace FluxLint.Core.Tests.Reporting;

public sealed class SarifReporterTests
{
    [Fact]
    public Task Writes_everything_a_finding_has() =>
        Verifier.Verify(Versionless(new SarifReporter(new() { Category = "gitops" }).Write(Full)));

    [Fact]
    public Task Writes_rules_without_findings() => Verifier.Verify(Versionless(new SarifReporter().Write(Empty)));

    [Fact]
    public void Writes_the_same_bytes_again() =>
        Assert.Equal(new SarifReporter().Write(Full), new SarifReporter().Write(Full));

    [Fact]
    public void All_results_say_whether_they_are_suppressed_or_none()
    {
        var suppressed = Finding(Release, "kind") with { Suppression = new(SuppressionKind.InSource, "on purpose") };
        var result = Of(Finding(Release, "spec")) with { Suppressed = [suppressed, suppressed with { Suppression = new(SuppressionKind.Baseline, "") }] };

        using var full = JsonDocument.Parse(new SarifReporter().Write(result));
        using var gitHub = JsonDocument.Parse(new SarifReporter(new() { Profile = SarifProfile.GitHub }).Write(result));

        Assert.Equal(
            ["[]", """[{"kind":"inSource","status":"accepted","justification":"on purpose"}]""", """[{"kind":"external","status":"accepted"}]"""],
            Run(full).GetProperty("results").EnumerateArray().Select(found => JsonSerializer.Serialize(found.GetProperty("suppressions"))));
        Assert.False(Assert.Single(Run(gitHub).GetProperty("results").EnumerateArray()).TryGetProperty("suppressions", out _));
    }

    [Fact]
    public void Results_say_whether_they_are_new_where_that_was_asked()
    {
        var known = Finding(Release, "kind") with { IsKnown = true, Suppression = new(SuppressionKind.Baseline, "") };
        var result = Of(Finding(Release, "spec")) with { Suppressed = [known, known with { IsKnown = false }] };

        Assert.Equal(["new", "unchanged", "new"], States(result with { IsCompared = true }, SarifProfile.Full));
        Assert.Equal(["", "", ""], States(result, SarifProfile.Full));
        Assert.Equal([""], States(result with { IsCompared = true }, SarifProfile.GitHub));

        static IEnumerable<string?> States(LintResult result, SarifProfile profile)
        {
            using var log = JsonDocument.Parse(new SarifReporter(new() { Profile = profile }).Write(result));
            return [.. Run(log).GetProperty("results").EnumerateArray().Select(found => found.TryGetProperty("baselineState", out var state) ? state.GetString() : "")];
        }
    }

    [Theory]
    [InlineData("gitops", "gitops/")]
    [InlineData("gitops/prod", "gitops/prod/")]
    [InlineData("gitops/", "gitops/")]
    public void A_category_ends_with_a_slash(string category, string id)
    {
        using var log = JsonDocument.Parse(new SarifReporter(new() { Category = category }).Write(Empty));

        Assert.Equal(id, Run(log).GetProperty("automationDetails").GetProperty("id").GetString());
    }

    [Fact]
    public void Keeps_the_most_severe_within_the_limit_and_says_what_it_dropped()
    {
        using var log = JsonDocument.Parse(new SarifReporter().Write(Many(SarifReporter.MaximumResults + 5_003)));

        var results = Run(log).GetProperty("results").EnumerateArray().ToArray();
        Assert.Equal(SarifReporter.MaximumResults, results.Length);
        Assert.Equal(
            [("error", 10_001), ("warning", 10_001), ("note", 4_998)],
            results.CountBy(result => result.GetProperty("level").GetString() ?? "").Select(count => (count.Key, count.Value)));
        Assert.Equal("finding 2.", Message(results[0]));
        var notification = Assert.Single(Run(log).GetProperty("invocations")[0].GetProperty("toolExecutionNotifications").EnumerateArray());
        Assert.Equal("A log holds at most 25,000 findings. The most severe are here; left out are 5,003 of severity info.", Message(notification));
    }

    [Fact]
    public void Writes_as_many_as_the_limit_without_a_notification()
    {
        using var log = JsonDocument.Parse(new SarifReporter().Write(Many(SarifReporter.MaximumResults)));

        Assert.Equal(SarifReporter.MaximumResults, Run(log).GetProperty("results").GetArrayLength());
        Assert.False(Run(log).GetProperty("invocations")[0].TryGetProperty("toolExecutionNotifications", out _));
    }

    [Fact]
    public void Names_at_most_a_hundred_clusters_and_counts_all()
    {
        using var log = Log(Finding(Release, "kind") with { Clusters = Clusters(250) });

        var properties = Result(log).GetProperty("properties");
        Assert.Equal(250, properties.GetProperty("clusterCount").GetInt32());
        Assert.Equal(100, properties.GetProperty("clusters").GetArrayLength());
    }

    [Fact]
    public void Links_ten_related_locations_and_counts_the_rest()
    {
        using var log = Log(Finding(Release, "kind") with { Related = [.. Enumerable.Repeat(new RelatedLocation(At(Release, "spec"), "x"), 120)] });

        Assert.EndsWith("[x](10) and 110 more.", Message(Result(log)), StringComparison.Ordinal);
        Assert.Equal(100, Result(log).GetProperty("relatedLocations").GetArrayLength());
    }

    [Fact]
    public void Halves_of_surrogate_pairs_become_replacement_characters()
    {
        using var log = Log(Finding(Release, "kind", "'\ud800' and '\udc00' and '🚀'") with { Clusters = ["\udc00"] });

        Assert.StartsWith("'\ufffd' and '\ufffd' and '🚀'.", Message(Result(log)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_without_a_page_is_described_by_its_title()
    {
        using var log = JsonDocument.Parse(new SarifReporter().Write(Full));

        var acme = Run(log).GetProperty("tool").GetProperty("driver").GetProperty("rules")[0];
        Assert.Equal("ACME001", acme.GetProperty("id").GetString());
        Assert.Equal("An object without the label of its team", acme.GetProperty("help").GetProperty("text").GetString());
        Assert.False(acme.TryGetProperty("helpUri", out _));
    }

    [Fact]
    public void A_file_that_is_not_there_has_an_empty_region_at_its_start()
    {
        using var log = Log(Finding(Location.OfPath("gone.yaml")));

        var region = Result(log).GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
        Assert.Equal("1 1 1 1", string.Join(' ', region.EnumerateObject().Select(property => property.Value.GetInt32())));
    }

    [Fact]
    public Task Writes_for_GitHub_what_GitHub_shows() =>
        Verifier.Verify(Versionless(new SarifReporter(new() { Profile = SarifProfile.GitHub }).Write(Full)));

    [Fact]
    public void Keeps_a_log_for_GitHub_within_its_size_and_says_what_it_dropped()
    {
        const int Limit = 20_000;
        var bytes = new SarifReporter(new() { Profile = SarifProfile.GitHub, MaximumCompressedBytes = Limit }).Write(Many(6_000));

        using var log = JsonDocument.Parse(bytes);
        var results = Run(log).GetProperty("results").EnumerateArray().ToArray();
        Assert.InRange(results.Length, 100, 5_999);
        Assert.InRange(Compressed(bytes), Limit / 2, Limit);
        Assert.Equal("error", results[0].GetProperty("level").GetString());
        var notification = Assert.Single(Run(log).GetProperty("invocations")[0].GetProperty("toolExecutionNotifications").EnumerateArray());
        Assert.StartsWith("A log holds at most 10 MB when it is compressed. The most severe are here; left out are ", Message(notification), StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_for_any_reader_may_have_any_size() => Assert.Equal(
        new SarifReporter().Write(Many(100)),
        new SarifReporter(new() { MaximumCompressedBytes = 10 }).Write(Many(100)));

    [Theory]
    [InlineData(SarifProfile.Full)]
    [InlineData(SarifProfile.GitHub)]
    public void Keeps_within_what_GitHub_accepts(SarifProfile profile)
    {
        var many = Enumerable.Repeat(new RelatedLocation(At(Release, "spec"), "x"), 1_500);
        var finding = Finding(Release, "kind") with { Related = [.. many], Provenance = [.. many] };

        using var log = JsonDocument.Parse(new SarifReporter(new() { Profile = profile }).Write(Full with { Diagnostics = [finding] }));

        Assert.InRange(Result(log).GetProperty("relatedLocations").GetArrayLength(), 1, 1_000);
        Assert.InRange(Result(log).GetProperty("codeFlows")[0].GetProperty("threadFlows")[0].GetProperty("locations").GetArrayLength(), 1, 1_000);
        Assert.All(
            Run(log).GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray(),
            rule => Assert.InRange(rule.GetProperty("properties").GetProperty("tags").GetArrayLength(), 1, 20));
    }

    private static long Compressed(string log)
    {
        using var compressed = new MemoryStream();
        using (var compressor = new System.IO.Compression.GZipStream(compressed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
            compressor.Write(System.Text.Encoding.UTF8.GetBytes(log));
        return compressed.Length;
    }

    private static JsonDocument Log(Diagnostic diagnostic) => JsonDocument.Parse(new SarifReporter().Write(Of(diagnostic)));

    private static JsonElement Run(JsonDocument log) => log.RootElement.GetProperty("runs")[0];

    private static JsonElement Result(JsonDocument log) => Run(log).GetProperty("results")[0];

    private static string Message(JsonElement owner) => owner.GetProperty("message").GetProperty("text").GetString() ?? "";

    private static string Versionless(string log) => log.Replace($"\"{ToolInfo.Version}\"", "\"{version}\"", StringComparison.Ordinal);
}
