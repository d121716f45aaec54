using System.Text.Json;

namespace FluxLint.Cli.Tests.Commands;

/// <summary><c>fluxlint lint --assume</c>: what an upgrade would break.</summary>
public sealed class AssumeTests : IDisposable
{
    private readonly SmallRepository repository = new();

    public AssumeTests() => repository
        .Write("fluxlint.yaml", "preset: recommended\nkubernetes: {version: \"1.33\"}\n")
        .WriteKustomization("clusters/one/apps.yaml", "apps", "./apps")
        .WriteKustomization("clusters/two/apps.yaml", "apps", "./apps")
        .Write("apps/kustomization.yaml", "resources: [quota.yaml, pdb.yaml, policy.yaml]\n")
        .Write("apps/quota.yaml", "apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: small, namespace: apps}\nspec: {hart: {}}\n")
        .Write("apps/pdb.yaml", "apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: {name: web, namespace: apps}\nspec: {minAvailable: 1}\n")
        .Write("apps/policy.yaml", "apiVersion: admissionregistration.k8s.io/v1beta1\nkind: ValidatingAdmissionPolicy\nmetadata: {name: small}\nspec: {}\n");

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task Reports_what_is_new_with_its_clusters()
    {
        Write("2.5", "one");
        Write("2.9", "two");

        await Verifier.Verify(await Lint("text", "kubernetes=1.37,flux=2.9") + await Lint("markdown", "kubernetes=1.37,flux=2.9"));
    }

    [Fact]
    public async Task Json_says_what_was_assumed()
    {
        using var json = JsonDocument.Parse(await Lint("json", "kubernetes=v1.34.2"));

        var summary = json.RootElement.GetProperty("summary");
        Assert.Equal("""{"kubernetes":"1.34"}""", summary.GetProperty("assumed").GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal((1, 2), (json.RootElement.GetProperty("diagnostics").GetArrayLength(), summary.GetProperty("older").GetInt32()));
    }

    [Fact]
    public async Task A_warning_that_becomes_an_error_is_new()
    {
        repository.Write("apps/kustomization.yaml", "resources: [repository.yaml]\n")
            .Write("apps/repository.yaml", "apiVersion: source.toolkit.fluxcd.io/v1beta2\nkind: HelmRepository\nmetadata: {name: charts, namespace: apps}\nspec: {interval: 1h, url: https://example.com}\n");
        Write("2.5", "one");

        var run = await CommandRun.Of(repository.Root, "lint", "-o", "short", "--assume", "flux=2.9", "--select", "FLX5001");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("apps/repository.yaml:1:13: error FLX5001", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kubernetes=1.40", "--assume knows no Kubernetes 1.40; the nearest that it knows is 1.37")]
    [InlineData("flux=1.9", "--assume knows no Flux 1.9; the nearest that it knows is 2.0")]
    [InlineData("kubernets=1.36", "--assume knows no 'kubernets'; did you mean 'kubernetes'?")]
    [InlineData("flux=2.9,flux=2.8", "--assume has 'flux' twice")]
    [InlineData("flux=new", "--assume takes versions such as kubernetes=1.36,flux=2.9, not 'flux=new'")]
    [InlineData("1.37", "--assume takes versions such as kubernetes=1.36,flux=2.9, not '1.37'")]
    public async Task What_is_not_known_is_said(string assumed, string expected)
    {
        var run = await CommandRun.Of(repository.Root, "lint", "--assume", assumed);

        Assert.Equal((2, $"error: {expected}\n"), (run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData("--fix")]
    [InlineData("--watch")]
    public async Task Goes_with_nothing_that_changes_files(string option)
    {
        var run = await CommandRun.Of(repository.Root, "lint", "--assume", "flux=2.9", option);

        Assert.Equal((2, "error: --assume goes with none of --base, --fix, --diff, --watch and --write-baseline\n"), (run.ExitCode, run.Error));
    }

    private void Write(string flux, string cluster) => repository.Write(
        $"clusters/{cluster}/flux-system/gotk-components.yaml",
        $"# Flux Version: v{flux}.0\napiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {{name: buckets.source.toolkit.fluxcd.io, labels: {{app.kubernetes.io/part-of: flux, app.kubernetes.io/version: v{flux}.0}}}}\nspec: {{}}\n");

    private async Task<string> Lint(string format, string assumed)
    {
        var run = await CommandRun.Of(repository.Root, "lint", "-o", format, "--assume", assumed, "--select", "FLX5");
        return run.Output + run.Error;
    }
}
