using FluxLint.Cli.Tests.Terminal;

namespace FluxLint.Cli.Tests.Commands;

/// <summary>The same repository gives the same bytes, however the work falls to threads.</summary>
public sealed class DeterminismTests
{
    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("text")]
    public async Task Every_run_writes_the_same_bytes(string format)
    {
        using var fleet = new TemporaryFleet();
        fleet.Edit("infrastructure/base/external-dns/helmrelease.yaml", "      version: 1.21.1\n", "");
        fleet.Edit("infrastructure/base/keda/kustomization.yaml", "namespace: shared-system", "namespace: keda");
        fleet.Edit("infrastructure/base/metrics-server/kustomization.yaml", "  - helmrelease.yaml", "  - helmreleases.yaml\n  - helmrelease.yaml");
        foreach (var cluster in (string[])["prod-region-1/weu-03", "prod-region-2/eus-09", "prod-region-3/sea-21"])
            fleet.Edit($"clusters/{cluster}/kustomization.yaml", "  - ../../../infrastructure/overlays/production/management-addons\n", "");

        var first = await CommandRun.Of(fleet.Root, "lint", "--output", format);
        for (var run = 0; run < 5; run++)
            Assert.Equal(first, await CommandRun.Of(fleet.Root, "lint", "--output", format));

        foreach (var processors in (string[])["1", "2", "8"])
            Assert.Equal(first.Output, (await ProcessRun.InPipe(fleet.Root, $"lint --output {format}", ("DOTNET_PROCESSOR_COUNT", processors))).Output);

        Assert.Equal(1, first.ExitCode);
        Assert.Contains("FLX8001", first.Output);
        Assert.Contains("FLX1001", first.Output);
    }
}
