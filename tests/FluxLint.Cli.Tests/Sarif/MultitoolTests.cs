using System.Text.Json.Nodes;
using FluxLint.Cli.Tests.Commands;
using FluxLint.Core.Tests.Reporting;
using FluxLint.Reporting;

namespace FluxLint.Cli.Tests.Sarif;

/// <summary>Asks the validator of the SARIF project, with GitHub's own rules, what it thinks of our logs.</summary>
[Collection(Name)]
public sealed class MultitoolTests
{
    public const string Name = "validator";

    [MultitoolFact]
    public void Accepts_a_log_with_everything() => Assert.Empty(Multitool.Validate(new SarifReporter(new() { Category = "gitops" }).Write(SampleResult.Full)));

    [MultitoolFact]
    public void Accepts_a_log_for_GitHub() =>
        Assert.Empty(Multitool.Validate(new SarifReporter(new() { Category = "gitops", Profile = SarifProfile.GitHub }).Write(SampleResult.Full)));

    [MultitoolFact]
    public void Accepts_a_log_without_findings() => Assert.Empty(Multitool.Validate(new SarifReporter().Write(SampleResult.Empty)));

    [MultitoolFact]
    public void Accepts_a_log_that_had_to_drop_findings()
    {
        var log = JsonNode.Parse(new SarifReporter().Write(SampleResult.Many(SarifReporter.MaximumResults + 1)));
        // The tool takes half a minute for all of them, and skips files over 10 MB.
        var results = log?["runs"]?[0]?["results"]?.AsArray();
        results?.RemoveRange(10, results.Count - 10);

        Assert.Empty(Multitool.Validate(log?.ToJsonString() ?? ""));
    }

    [MultitoolTheory]
    [InlineData("full")]
    [InlineData("github")]
    public async Task Accepts_the_log_of_a_broken_fleet(string profile)
    {
        using var fleet = new TemporaryFleet();
        fleet.Edit("clusters/prod-region-1/weu-05/kustomization.yaml", "  - ../../../infrastructure/overlays/production/management-addons\n", "");
        fleet.Edit("infrastructure/base/external-dns/helmrelease.yaml", "      version: 1.21.1\n", "");
        fleet.Edit("infrastructure/base/reflector/kustomization.yaml", "namespace: shared-system", "namespace: reflector");
        fleet.Edit("infrastructure/base/cert-manager/helmrelease.yaml", "    crds:\n      enabled: true", "    crds:\n      enabled: false");

        var run = await CommandRun.Of(fleet.Root, "lint", "--output", "sarif", "--sarif-profile", profile);

        Assert.Equal(1, run.ExitCode);
        foreach (var id in (string[])["FLX3001", "FLX5003", "FLX6002", "FLX8001"])
            Assert.Contains($"\"ruleId\": \"{id}\"", run.Output);
        Assert.Empty(Multitool.Validate(run.Output));
    }

    [MultitoolFact]
    public async Task Accepts_a_log_that_tells_what_is_new()
    {
        using var repository = new SmallRepository()
            .Write("clusters/a/kustomization.yaml", "resources: [absent.yaml]\n");
        await CommandRun.Of(repository.Root, "lint", "--write-baseline", "old.sarif");
        repository.Write("clusters/b/kustomization.yaml", "resources: [absent.yaml]\n");

        var run = await CommandRun.Of(repository.Root, "lint", "--baseline", "old.sarif", "--output", "sarif");

        Assert.Contains("\"baselineState\": \"new\"", run.Output);
        Assert.Contains("\"baselineState\": \"unchanged\"", run.Output);
        Assert.Empty(Multitool.Validate(run.Output));
    }

    [MultitoolFact]
    public void Refuses_what_GitHub_refuses()
    {
        var log = JsonNode.Parse(new SarifReporter().Write(SampleResult.Full));
        log?["runs"]?[0]?["tool"]?["driver"]?["rules"]?[0]?.AsObject().Remove("help");

        Assert.Equal(["GH2012"], Multitool.Validate(log?.ToJsonString() ?? ""));
    }
}
