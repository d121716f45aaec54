namespace FluxLint.Cli.Tests.Commands;

/// <summary>What <c>fluxlint init</c> writes.</summary>
public sealed class InitTests : IDisposable
{
    private readonly TemporaryFleet fleet = new();

    public InitTests() => File.Delete(Path.Combine(fleet.Root, "fluxlint.yaml"));

    public void Dispose() => fleet.Dispose();

    [Fact]
    public async Task Writes_the_policy_that_the_fleet_keeps_to()
    {
        var run = await CommandRun.Of(fleet.Root, "init");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        await Verifier.Verify($"{run.Output}\n{fleet.Read("fluxlint.yaml")}");
    }

    [Fact]
    public async Task What_it_writes_lints_clean()
    {
        await CommandRun.Of(fleet.Root, "init");

        var run = await CommandRun.Of(fleet.Root, "lint", "--preset", "recommended");

        Assert.Equal((0, "65 clusters, 180 files"), (run.ExitCode, run.Output[..22]));
        Assert.Contains("no findings", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Never_overwrites()
    {
        fleet.Write("fluxlint.yaml", "# mine\n");

        var run = await CommandRun.Of(fleet.Root, "init");

        Assert.Equal((2, "", $"error: '{Path.Combine(fleet.Root, "fluxlint.yaml")}' is there already and stays as it is; 'fluxlint config show' lists what it sets\n"), (run.ExitCode, run.Output, run.Error));
        Assert.Equal("# mine\n", fleet.Read("fluxlint.yaml"));
    }

    [Fact]
    public async Task Prints_and_writes_nothing()
    {
        var run = await CommandRun.Of(fleet.Root, "init", "--print");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\n  - class: production\n", run.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(fleet.Root, "fluxlint.yaml")));
    }

    [Fact]
    public async Task Says_what_fails_and_how_to_go_on()
    {
        fleet.Edit("clusters/prod-region-1/weu-03/kustomization.yaml", "  - ../../../infrastructure/overlays/production/management-addons\n", "");

        var run = await CommandRun.Of(fleet.Root, "init");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"\n +1  FLX8001 +missing-overlay +error", run.Output);
        Assert.Contains("lint --write-baseline", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Root_of_the_repository_is_no_overlay()
    {
        using var repository = new SmallRepository();
        File.Delete(Path.Combine(repository.Root, "fluxlint.yaml"));
        const string Kind = "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\n";
        repository
            .Write("clusters/production/flux-system/kustomization.yaml", "resources:\n")
            .Write("clusters/staging/a.yaml", $"{Kind}metadata: {{name: k}}\nspec: {{sourceRef: {{kind: GitRepository, name: flux-system}}}}\n---\n{Kind}metadata: {{name: p}}\nspec: {{path: ./infra}}\n")
            .Write("infra/s.yaml", $"{Kind}metadata: {{name: c}}\nspec: {{}}\n");

        var run = await CommandRun.Of(repository.Root, "init", "--print");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.DoesNotContain("requires", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Directories_of_stages_are_classes()
    {
        using var repository = new SmallRepository();
        File.Delete(Path.Combine(repository.Root, "fluxlint.yaml"));
        foreach (var name in (string[])["production", "staging", "one"])
            repository.WriteKustomization($"clusters/{name}/apps.yaml", "apps", $"./apps/{name}").Write($"apps/{name}/settings.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: default}\n");

        var run = await CommandRun.Of(repository.Root, "init", "--print");

        Assert.Contains(
            "clusters:\n  - class: main\n    paths:\n      - clusters/one\n    requires:\n      - apps/one\n  - class: production\n    paths:\n      - clusters/production\n    requires:\n      - apps/production\n  - class: staging\n",
            run.Output,
            StringComparison.Ordinal);
    }
}
