using System.Text.Json;

namespace FluxLint.Cli.Tests.Commands;

/// <summary>The reference fleet from the command line: clean as it is, and with the faults that fleets have.</summary>
public sealed class LintFleetTests : IDisposable
{
    private readonly TemporaryFleet fleet = new();

    public void Dispose() => fleet.Dispose();

    [Fact]
    public async Task The_fleet_lints_clean()
    {
        var run = await CommandRun.Of(TemporaryFleet.Original, "lint", "--stats");

        Assert.Equal((0, ""), (run.ExitCode, string.Join('\n', run.Output.Split('\n').Where(line => line.StartsWith("error", StringComparison.Ordinal)))));
        Assert.Matches("^65 clusters, 180 files, [0-9]+ rules: no findings\n$", run.Output);
        Assert.Matches("files parsed +180\n", run.Error);
        Assert.Matches("layers rendered +81\n", run.Error);
    }

    [Theory]
    [InlineData("clusters/prod-region-2/eus-07/kustomization.yaml", "  - ../../../infrastructure/overlays/production/management-addons\n", "",
        "FLX8001 clusters/prod-region-2/eus-07/kustomization.yaml:3:1", 1)]
    [InlineData("infrastructure/base/external-dns/helmrelease.yaml", "      version: 1.21.1\n", "",
        "FLX3001 infrastructure/base/external-dns/helmrelease.yaml:10:14", 65)]
    [InlineData("infrastructure/base/external-dns/helmrelease.yaml", "version: 1.21.1", "version: 1.x",
        "FLX3001 infrastructure/base/external-dns/helmrelease.yaml:11:16", 65)]
    [InlineData("infrastructure/base/reflector/kustomization.yaml", "namespace: shared-system", "namespace: reflector",
        "FLX6002 infrastructure/base/reflector/kustomization.yaml:3:12", 65)]
    [InlineData("infrastructure/base/reflector/helmrelease.yaml", "kind: HelmRelease\n", "kind: [HelmRelease\n",
        "FLX0001 infrastructure/base/reflector/helmrelease.yaml:2:7", 65)]
    [InlineData("clusters/test/preprod-01/kustomization.yaml", "../../../flux/bootstrap", "../../../flux/bootstraps",
        "FLX1001 clusters/test/preprod-01/kustomization.yaml:4:5", 1)]
    [InlineData("clusters/test/preprod-01/kustomization.yaml", "../../../flux/bootstrap", "../../../../outside",
        "FLX0003 clusters/test/preprod-01/kustomization.yaml:4:5", 1)]
    [InlineData("infrastructure/base/keda/kustomization.yaml", "  - helmrelease.yaml", "  - helmrelease.yaml\n  - ../../overlays/production/management-addons",
        "FLX1012", 65)]
    [InlineData("infrastructure/base/keda/helmrelease.yaml", "\nmetadata:", "\nkind: HelmRelease\nmetadata:",
        "FLX0002 infrastructure/base/keda/helmrelease.yaml:3:1", 65)]
    public async Task One_fault_is_one_error_at_its_cause(string path, string old, string @new, string expected, int clusters)
    {
        fleet.Edit(path, old, @new);

        var run = await CommandRun.Of(fleet.Root, "lint", "--output", "json");

        Assert.Equal(1, run.ExitCode);
        var error = Assert.Single(Errors(run));
        Assert.StartsWith(expected, error.Cause);
        Assert.Equal(clusters, error.Clusters);
    }

    private static List<(string Cause, int Clusters)> Errors(CommandRun run)
    {
        using var json = JsonDocument.Parse(run.Output);
        return
        [
            .. from found in json.RootElement.GetProperty("diagnostics").EnumerateArray()
               where found.GetProperty("severity").GetString() == "error"
               let start = found.GetProperty("start")
               let place = $"{found.GetProperty("path").GetString()}:{start.GetProperty("line").GetInt32()}:{start.GetProperty("column").GetInt32()}"
               select ($"{found.GetProperty("id").GetString()} {place}", found.GetProperty("clusters").GetArrayLength()),
        ];
    }
}
