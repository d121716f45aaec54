using System.Text.Json;

namespace FluxLint.Cli.Tests.Commands;

/// <summary>What <c>fluxlint graph</c> draws of the reference fleet, and of clusters with cycles, gaps and odd names.</summary>
public sealed class GraphTests : IDisposable
{
    private const string Cluster = "prod-region-1/weu-01";

    private readonly SmallRepository repository = new();

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task Draws_a_cluster_as_text() => await Verifier.Verify(await Fleet("text"));

    [Fact]
    public async Task Draws_a_cluster_as_mermaid() => await Verifier.Verify(await Fleet("mermaid"));

    [Fact]
    public async Task Draws_a_cluster_as_dot() => await Verifier.Verify(await Fleet("dot"));

    [Fact]
    public async Task Draws_a_cluster_as_json() => await Verifier.Verify(await Fleet("json"));

    [Fact]
    public async Task A_cluster_is_named_by_its_directory_too()
    {
        var expected = await Fleet("text");

        Assert.Equal(expected, (await CommandRun.Of(TemporaryFleet.Original, "graph", "clusters/prod-region-1/weu-01/")).Output);
        Assert.Equal(expected, (await CommandRun.Of(Path.Combine(TemporaryFleet.Original, "clusters/prod-region-1"), "graph", "weu-01")).Output);
        Assert.Equal(expected, (await CommandRun.Of(Path.Combine(TemporaryFleet.Original, "clusters"), "graph", Path.Combine(TemporaryFleet.Original, "clusters/prod-region-1/weu-01"))).Output);
    }

    [Fact]
    public async Task Shows_cycles_and_what_never_starts()
    {
        repository
            .WriteKustomization("clusters/one/a.yaml", "a", "./a", ", dependsOn: [{name: b}]")
            .WriteKustomization("clusters/one/b.yaml", "b", "./b", ", dependsOn: [{name: a}]")
            .WriteKustomization("clusters/one/c.yaml", "c", "./c", ", dependsOn: [{name: b}]")
            .WriteKustomization("clusters/one/d.yaml", "d", "./d");
        WriteConfigMaps("a", "b", "c", "d");

        await Verifier.Verify(await Graph() + await Graph("--format", "json"));
    }

    [Fact]
    public async Task Says_why_something_is_not_built()
    {
        repository
            .WriteKustomization("clusters/one/missing.yaml", "missing", "./nowhere")
            .WriteKustomization("clusters/one/outside.yaml", "outside", "./../../outside")
            .WriteKustomization("clusters/one/remote.yaml", "remote", "./remote", ", kubeConfig: {secretRef: {name: other}}")
            .WriteKustomization("clusters/one/suspended.yaml", "suspended", "./suspended", ", suspend: true")
            .WriteKustomization("clusters/one/variable.yaml", "variable", "\"./${stage}\"")
            .Write("clusters/one/elsewhere.yaml", """
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: GitRepository
                metadata: {name: other, namespace: flux-system}
                spec: {interval: 10m, url: "https://git.example/other.git"}
                ---
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata: {name: elsewhere, namespace: flux-system}
                spec: {interval: 10m, prune: true, path: ./app, sourceRef: {kind: GitRepository, name: other}}
                """);
        WriteConfigMaps("remote", "suspended");

        var run = await CommandRun.Of(repository.Root, "graph");

        Assert.Equal((0, "note: something that reaches 'one' is not known, so that objects and needs may be missing\n"), (run.ExitCode, run.Error));
        await Verifier.Verify(run.Output);
    }

    [Fact]
    public async Task Names_stay_text_in_every_format()
    {
        repository
            .WriteKustomization("clusters/one/odd.yaml", "\"a\\\"]; b --> c <br> %%{x}%% \\\\N \\e[31m\\n#quot; d\"", "./odd")
            .WriteKustomization("clusters/one/next.yaml", "next", "./odd", ", dependsOn: [{name: \"a\\\"]; b --> c <br> %%{x}%% \\\\N \\e[31m\\n#quot; d\"}]");
        WriteConfigMaps("odd");

        var drawn = await Graph() + await Graph("--format", "mermaid") + await Graph("--format", "dot");

        Assert.DoesNotContain('\e', drawn);
        await Verifier.Verify(drawn);
        using var json = JsonDocument.Parse(await Graph("--format", "json"));
        Assert.Equal(3, json.RootElement.GetProperty("nodes").GetArrayLength());
    }

    [Theory]
    [InlineData("graph --format svg", "--format knows no 'svg'; there are text, mermaid, dot, json")]
    [InlineData("graph --format mermayd", "--format knows no 'mermayd'; did you mean 'mermaid'?")]
    [InlineData("graph", "there are 2 clusters: name one of 'one' and 'two'")]
    [InlineData("graph on", "there is no cluster 'on'; did you mean 'one'? There are 'one' and 'two'")]
    [InlineData("graph clusters/twi", "there is no cluster 'clusters/twi'; did you mean 'two'? There are 'one' and 'two'")]
    [InlineData("graph production", "there is no cluster 'production'; there are 'one' and 'two'")]
    [InlineData("graph apps", "there is no cluster 'apps'; there are 'one' and 'two'")]
    [InlineData("graph one --config nowhere.yaml", "the configuration 'nowhere.yaml' does not exist")]
    public async Task What_does_not_exist_is_an_error_with_the_nearest(string arguments, string message)
    {
        repository.WriteKustomization("clusters/one/a.yaml", "a", "./apps").WriteKustomization("clusters/two/a.yaml", "a", "./apps");
        WriteConfigMaps("apps");

        var run = await CommandRun.Of(repository.Root, arguments.Split(' '));

        Assert.Equal((2, "", $"error: {message}\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task A_repository_without_clusters_is_an_error()
    {
        var run = await CommandRun.Of(repository.Root, "graph");

        Assert.Equal((2, $"error: there are no clusters in '{repository.Root}'; 'fluxlint clusters --suggest' prints a configuration that names some\n"), (run.ExitCode, run.Error));
    }

    private static async Task<string> Fleet(string format)
    {
        var run = await CommandRun.Of(TemporaryFleet.Original, "graph", Cluster, "--format", format);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(run, await CommandRun.Of(TemporaryFleet.Original, "graph", Cluster, "--format", format));
        return run.Output;
    }

    private async Task<string> Graph(params string[] arguments)
    {
        var run = await CommandRun.Of(repository.Root, ["graph", .. arguments]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run.Output;
    }

    private void WriteConfigMaps(params string[] directories)
    {
        foreach (var directory in directories)
            repository.Write($"{directory}/settings.yaml", $"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: {directory}, namespace: default}}\n");
    }
}
