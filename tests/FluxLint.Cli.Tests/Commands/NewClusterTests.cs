namespace FluxLint.Cli.Tests.Commands;

/// <summary>What <c>fluxlint new cluster</c> writes.</summary>
public sealed class NewClusterTests : IDisposable
{
    private readonly TemporaryFleet fleet = new();

    public void Dispose() => fleet.Dispose();

    [Fact]
    public async Task Writes_what_a_sibling_has_with_its_own_name_and_the_rest_open()
    {
        var run = await CommandRun.Of(fleet.Root, "new", "cluster", "production/prod-region-1/weu-22");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        await Verifier.Verify($"{run.Output}\n{fleet.Read("clusters/prod-region-1/weu-22/kustomization.yaml")}\n{fleet.Read("clusters/prod-region-1/weu-22/cluster-values.yaml")}");
    }

    [Theory]
    [InlineData("production/prod-region-2/eus-22")]
    [InlineData("poc/sandbox-02")]
    [InlineData("test/preprod-02")]
    public async Task New_cluster_lints_clean_but_for_what_is_open(string name)
    {
        var made = await CommandRun.Of(fleet.Root, "new", "cluster", name);
        Assert.Equal(0, made.ExitCode);
        var open = made.Output.Split('\n').Count(line => line.StartsWith("  ", StringComparison.Ordinal) && line.Contains(": ", StringComparison.Ordinal));

        var run = await CommandRun.Of(fleet.Root, "lint", "-o", "short");

        Assert.Equal(0, run.ExitCode);
        var findings = run.Output.Split('\n').Where(line => line.Contains(" FLX", StringComparison.Ordinal)).ToList();
        Assert.Equal(open, findings.Count);
        Assert.All(findings, finding => Assert.Contains("which still is 'CHANGE-ME'", finding, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("prodution/weu-22", "there is no class 'prodution'; did you mean 'production'?")]
    [InlineData("edge/one", "there is no class 'edge'; there are production, poc, test")]
    [InlineData("poc", "'poc' is not a class and a name, as 'production/weu-22' is")]
    [InlineData("poc/../x", "'poc/../x' is not a class and a name, as 'production/weu-22' is")]
    [InlineData("poc/a b", "'a b' cannot be the name of a cluster: it has other characters than letters, digits, '-', '_' and '.'")]
    [InlineData("poc/sandbox-01", "'clusters/poc/sandbox-01' is there already and stays as it is")]
    [InlineData("production/weu-22", "class 'production' has clusters in 'clusters/prod-region-1', 'clusters/prod-region-2', 'clusters/prod-region-3': say which, as in 'production/prod-region-1/weu-22'")]
    [InlineData("poc/other/one", "no directory 'other/one' can be of class 'poc', whose paths are 'clusters/poc/*'")]
    public async Task What_cannot_be_is_one_sentence(string name, string sentence)
    {
        var run = await CommandRun.Of(fleet.Root, "new", "cluster", name);

        Assert.Equal((2, "", $"error: {sentence}\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task A_name_is_one_that_the_class_allows()
    {
        fleet.Edit("fluxlint.yaml", "  - class: poc\n", "  - class: poc\n    names: [poc/sandbox-??]\n");

        var wrong = await CommandRun.Of(fleet.Root, "new", "cluster", "poc/sandbox-2");
        var right = await CommandRun.Of(fleet.Root, "new", "cluster", "poc/sandbox-02");

        Assert.Equal((2, "error: 'poc/sandbox-2' is no name for a cluster of class 'poc', whose 'names' are 'poc/sandbox-??'\n"), (wrong.ExitCode, wrong.Error));
        Assert.Equal(0, right.ExitCode);
    }

    [Fact]
    public async Task The_first_of_a_class_has_what_the_class_requires()
    {
        fleet.Edit("fluxlint.yaml", "  - class: poc\n", "  - class: edge\n    paths: [clusters/edge/*]\n    requires: [infrastructure/overlays/poc/management-addons]\n  - class: poc\n");

        var run = await CommandRun.Of(fleet.Root, "new", "cluster", "edge/one");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n  - ../../../infrastructure/overlays/poc/management-addons\n", fleet.Read("clusters/edge/one/kustomization.yaml"));
    }
}
