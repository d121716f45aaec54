using System.Text.Json;

namespace FluxLint.Cli.Tests.Commands;

/// <summary><c>fluxlint diff</c> on the reference fleet.</summary>
public sealed class DiffFleetTests : IDisposable
{
    private const string Issuers = "infrastructure/overlays/production/cluster-issuers/kustomization.yaml";
    private const string Addons = "infrastructure/overlays/production/management-addons/kustomization.yaml";

    private readonly TemporaryFleet fleet = new();

    public void Dispose() => fleet.Dispose();

    [Fact]
    public async Task A_version_of_a_base_reaches_the_clusters_that_get_it_and_no_other()
    {
        fleet.Edit(Addons, "  - ../../../base/keda\n", "  - ../../../base/keda\n  - ../../../base/only-production\n");
        Directory.CreateDirectory(Path.Join(fleet.Root, "infrastructure/base/only-production"));
        fleet.Write("infrastructure/base/only-production/kustomization.yaml", "resources: [settings.yaml]\n");
        fleet.Write("infrastructure/base/only-production/settings.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: only, namespace: shared-system}\ndata: {version: '1'}\n");
        var git = await GitRepository.Of(fleet.Root);
        fleet.Edit("infrastructure/base/keda/helmrelease.yaml", "version: 2.20.2", "version: 2.20.3");
        fleet.Edit("infrastructure/base/only-production/settings.yaml", "'1'", "'2'");
        await git.Commit();

        var run = await CommandRun.Of(fleet.Root, "diff", "HEAD~", "HEAD");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            """
            Changed
              HelmRelease/keda.shared-system  in all 65 clusters
                spec.chart.spec.version  2.20.2 -> 2.20.3
                  infrastructure/base/keda/helmrelease.yaml:11:16
              ConfigMap/only.shared-system  in 63 clusters (all 63 of production)
                data.version  "1" -> "2"
                  infrastructure/base/only-production/settings.yaml:4:17

            2 objects changed; 65 of 65 clusters change

            """.ReplaceLineEndings("\n"),
            run.Output);
    }

    [Fact]
    public async Task Nothing_changes_where_nothing_did()
    {
        await GitRepository.Of(fleet.Root);

        var run = await CommandRun.Of(fleet.Root, "diff", "main", "--fail-on-danger");

        Assert.Equal((0, "nothing changes in 65 clusters\n", ""), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task An_object_that_moves_between_two_that_prune_is_a_danger()
    {
        await GitRepository.Of(fleet.Root);
        var issuers = fleet.Read(Issuers);
        Assert.Contains("  - ../../../base/cluster-issuers\n", issuers, StringComparison.Ordinal);
        fleet.Write(Issuers, "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: []\n");
        fleet.Edit(Addons, "resources:\n", "resources:\n  - ../../../base/cluster-issuers\n");

        var run = await CommandRun.Of(fleet.Root, "diff", "HEAD", "--fail-on-danger", "--format", "json");

        Assert.Equal(1, run.ExitCode);
        using var json = JsonDocument.Parse(run.Output);
        var moved = json.RootElement.GetProperty("changes").EnumerateArray().First(change => change.GetProperty("kind").GetString() == "moved");
        Assert.Equal(63, moved.GetProperty("clusters").GetArrayLength());
        Assert.Equal(
            ("Kustomization/cluster-issuers.flux-system", "Kustomization/flux-system.flux-system", "recreated"),
            (moved.GetProperty("ownerBefore").GetString(), moved.GetProperty("ownerAfter").GetString(), moved.GetProperty("dangers")[0].GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task Clusters_come_and_go()
    {
        await GitRepository.Of(fleet.Root);
        Directory.Move(Path.Join(fleet.Root, "clusters/prod-region-1/weu-03"), Path.Join(fleet.Root, "clusters/prod-region-1/weu-99"));

        var run = await CommandRun.Of(fleet.Root, "diff", "HEAD", "--fail-on-danger");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            """
            Danger
              cluster prod-region-1/weu-03
                is gone from the repository: what runs there stays, and gets nothing new

            New clusters
              prod-region-1/weu-99  63 objects

            1 danger; 1 cluster new, 1 cluster gone; 0 of 65 clusters change

            """.ReplaceLineEndings("\n"),
            run.Output);
    }

    [Fact]
    public async Task Only_what_is_new_is_reported()
    {
        fleet.Edit("infrastructure/base/reflector/kustomization.yaml", "namespace: shared-system", "namespace: reflector");
        await GitRepository.Of(fleet.Root);

        var same = await CommandRun.Of(fleet.Root, "lint", "--base", "HEAD");
        fleet.Edit("infrastructure/base/reflector/kustomization.yaml", "kind: Kustomization\n", "kind: Kustomization\n# lines above move\n")
            .Edit("infrastructure/base/keda/kustomization.yaml", "namespace: shared-system", "namespace: keda");
        var more = await CommandRun.Of(fleet.Root, "lint", "--base", "HEAD", "--output", "text", "--output", $"sarif={Path.Join(fleet.Root, "log.sarif")}");
        var all = await CommandRun.Of(fleet.Root, "lint");

        Assert.Equal((0, ""), (same.ExitCode, same.Error));
        Assert.Matches("^65 clusters, [0-9]+ files, [0-9]+ rules: no new findings; [0-9]+ that are older are left out\n$|: no new findings; 1 that is older is left out\n$", same.Output);
        Assert.Equal((1, 1), (more.ExitCode, all.ExitCode));
        Assert.Contains("base/keda", more.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("base/reflector", more.Output, StringComparison.Ordinal);
        var log = await File.ReadAllTextAsync(Path.Join(fleet.Root, "log.sarif"));
        Assert.DoesNotContain("base/reflector/kustomization.yaml", log, StringComparison.Ordinal);
        Assert.Contains("\"baselineState\": \"new\"", log, StringComparison.Ordinal);
        Assert.Contains("base/reflector", all.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--fix")]
    [InlineData("--diff")]
    [InlineData("--watch")]
    [InlineData("--timings")]
    public async Task What_is_new_goes_with_a_plain_lint_only(string option) =>
        Assert.Equal((2, "error: --base goes with none of '-', --fix, --diff, --watch and --timings\n"), await Error("lint", "--base", "HEAD", option));

    private async Task<(int ExitCode, string Error)> Error(params string[] arguments)
    {
        var run = await CommandRun.Of(fleet.Root, arguments);
        return (run.ExitCode, run.Error);
    }
}
