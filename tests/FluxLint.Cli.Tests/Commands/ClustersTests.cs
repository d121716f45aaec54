using System.Text.Json;

namespace FluxLint.Cli.Tests.Commands;

/// <summary>What <c>fluxlint clusters</c> lists.</summary>
public sealed class ClustersTests : IDisposable
{
    private readonly TemporaryFleet fleet = new();

    public void Dispose() => fleet.Dispose();

    [Fact]
    public async Task Shows_what_is_alike_as_one() => await Verifier.Verify(await List());

    [Fact]
    public async Task Shows_what_differs_apart()
    {
        fleet.Edit("clusters/prod-region-1/weu-03/kustomization.yaml", "  - ../../../infrastructure/overlays/production/management-addons\n", "")
            .Edit("clusters/prod-region-2/eus-05/kustomization.yaml", "patches:", "  - https://git.example/remote//base\npatches:")
            .Edit("clusters/poc/sandbox-01/cluster-values.yaml", "  name: istiod\n  namespace: istio-system\nspec:\n", "  name: istiod\n  namespace: istio-system\nspec:\n  chart: {spec: {version: 1.30.0}}\n");

        await Verifier.Verify(await List());
    }

    [Fact]
    public async Task Json_has_every_cluster()
    {
        using var json = JsonDocument.Parse(await List("--format", "json"));
        var clusters = json.RootElement.GetProperty("clusters");

        Assert.Equal(65, clusters.GetArrayLength());
        await Verifier.Verify(clusters[0].GetRawText());
    }

    [Fact]
    public async Task An_object_that_two_apply_counts_once()
    {
        using var repository = new SmallRepository();
        repository.WriteKustomization("clusters/one/a.yaml", "a", "./apps").WriteKustomization("clusters/one/b.yaml", "b", "./apps")
            .WriteKustomization("clusters/one/c.yaml", "c", "./remote", ", kubeConfig: {secretRef: {name: other}}")
            .Write("apps/settings.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: default}\n")
            .Write("remote/settings.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: remote, namespace: default}\n");

        var run = await CommandRun.Of(repository.Root, "clusters", "apps");

        Assert.Equal((0, "CLUSTER  COUNT  OBJECTS  KUSTOMIZATIONS  RELEASES  FOUND BY\none          1        4               3         0  below clusters/\n", ""), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task Suggests_a_class_for_clusters_that_lie_side_by_side()
    {
        using var repository = new SmallRepository();
        repository.WriteKustomization("clusters/one/apps.yaml", "apps", "./apps").WriteKustomization("clusters/test/two/apps.yaml", "apps", "./apps")
            .Write("apps/settings.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: default}\n");

        var run = await CommandRun.Of(repository.Root, "clusters", "--suggest");

        Assert.Equal((0, "clusters:\n  - class: main\n    paths:\n      - clusters/one\n  - class: test\n    paths:\n      - clusters/test/two\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task Suggests_what_looks_most_like_a_cluster_where_there_is_none()
    {
        using var repository = new SmallRepository();
        repository.Write("apps/web/kustomization.yaml", "resources: [settings.yaml]\n")
            .Write("apps/web/settings.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: default}\n");

        var run = await CommandRun.Of(repository.Root, "clusters", "--suggest");
        var strict = await CommandRun.Of(repository.Root, "lint", "--strict");

        Assert.Equal((0, "clusters:\n  - class: apps\n    paths:\n      - apps/web\n"), (run.ExitCode, run.Output));
        Assert.Equal(2, strict.ExitCode);
        Assert.Contains("FLX8012", strict.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Configuration_that_is_wrong_is_told_beside_the_list()
    {
        fleet.Edit("fluxlint.yaml", "preset: recommended", "preset: recommendet");

        var run = await CommandRun.Of(fleet.Root, "clusters");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("note: fluxlint.yaml:2:9: ", run.Error);
    }

    [Fact]
    public async Task Statistics_of_a_lint_tell_that_clusters_share_builds()
    {
        var run = await CommandRun.Of(fleet.Root, "lint", "--stats");

        Assert.Matches("flux objects +130\nbuilds +130\n", run.Error);
    }

    private async Task<string> List(params string[] arguments)
    {
        var run = await CommandRun.Of(fleet.Root, ["clusters", .. arguments]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(run, await CommandRun.Of(fleet.Root, ["clusters", .. arguments]));
        return run.Output;
    }
}
