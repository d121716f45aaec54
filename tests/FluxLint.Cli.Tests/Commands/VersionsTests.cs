namespace FluxLint.Cli.Tests.Commands;

/// <summary>What <c>fluxlint fleet</c> shows.</summary>
public sealed class VersionsTests : IDisposable
{
    private readonly TemporaryFleet fleet = new();

    public VersionsTests() => fleet
        .Edit("clusters/prod-region-2/eus-05/cluster-values.yaml", "  name: istiod\n  namespace: istio-system\nspec:\n", "  name: istiod\n  namespace: istio-system\nspec:\n  chart: {spec: {version: 1.28.0}}\n")
        .Edit("infrastructure/overlays/poc/management-addons/kustomization.yaml", "  - ../../../base/keda\n", "");

    public void Dispose() => fleet.Dispose();

    [Fact]
    public async Task Shows_versions_as_a_table() => await Verifier.Verify(await Show());

    [Fact]
    public async Task Shows_them_in_Markdown() => await Verifier.Verify(await Show("--format", "markdown"));

    [Fact]
    public async Task Shows_them_in_JSON() => await Verifier.Verify(await Show("--format", "json"));

    [Fact]
    public async Task Breaks_the_table_where_a_terminal_is_narrow()
    {
        var run = await CommandRun.Of(session => session with { Width = 80 }, fleet.Root, "fleet");

        Assert.All(run.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
        await Verifier.Verify(run.Output);
    }

    [Theory]
    [InlineData("text", "there is no HelmRelease in 1 cluster\n")]
    [InlineData("markdown", "there is no HelmRelease in 1 cluster.\n")]
    public async Task Without_releases_it_says_so(string format, string expected)
    {
        using var repository = new SmallRepository();
        repository.Write("clusters/one/kustomization.yaml", "resources: []\n");

        Assert.Equal(expected, (await CommandRun.Of(repository.Root, "fleet", "--format", format)).Output);
    }

    private async Task<string> Show(params string[] arguments)
    {
        var run = await CommandRun.Of(fleet.Root, ["fleet", .. arguments]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run.Output;
    }
}
