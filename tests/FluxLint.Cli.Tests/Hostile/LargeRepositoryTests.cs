using FluxLint.Cli.Tests.Commands;

namespace FluxLint.Cli.Tests.Hostile;

/// <summary>
/// Repositories of a few megabytes in which two things are many. Who holds each of the one against each of the other is not done
/// within the time that a test waits.
/// </summary>
public sealed class LargeRepositoryTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly SmallRepository repository = new SmallRepository().WriteKustomization("clusters/one/apps.yaml", "apps", "./apps");

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task Findings_in_one_object_end() =>
        Assert.Contains("'k' is in this mapping twice", await Lint("apps/all.yaml", $"{Object("v1", "ConfigMap", "a")}data:\n{Many(60_000, i => $"  k: {i}\n")}"), StringComparison.Ordinal);

    [Fact]
    public async Task References_to_sources_that_are_missing_end()
    {
        var sources = Many(1_500, i => $"{Object("source.toolkit.fluxcd.io/v1", "HelmRepository", $"wanted-source-{i}")}spec: {{interval: 1m, url: 'https://example.com/{i}'}}\n---\n");
        var releases = Many(1_500, i => $"{Object("helm.toolkit.fluxcd.io/v2", "HelmRelease", $"r{i}")}spec: {{interval: 1m, chart: {{spec: {{chart: a, version: 1.0.0, sourceRef: {{kind: HelmRepository, name: wantd-source-{i}}}}}}}}}\n---\n");

        Assert.Contains("'wantd-source-7'", await Lint("apps/all.yaml", sources + releases), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variables_that_are_missing_or_unused_end()
    {
        repository.WriteKustomization("clusters/one/apps.yaml", "apps", "./apps", $", postBuild: {{substitute: {{{Many(2_500, i => $"variable_{i}: x, ")}last: y}}}}");

        Assert.Contains("'varable_7'", await Lint("apps/all.yaml", Many(2_500, i => $"{Object("v1", "ConfigMap", $"c{i}")}data: {{a: '${{varable_{i}}}', b: '${{last}}'}}\n---\n")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Helmfiles_that_all_name_each_other_end()
    {
        for (var i = 0; i < 1_500; i++)
            repository.Write($"helmfile.d/h{i}.yaml", $"helmfiles: [{string.Join(", ", Enumerable.Range(1, 20).Select(next => $"h{(i + (next * next)) % 1_500}.yaml"))}]\nreleases:\n{Many(10, j => $"- {{name: r{j}, chart: a/b, namespace: n{i}-{j}}}\n")}");

        Assert.Contains("'missing.yaml'", await Lint("apps/kustomization.yaml", "resources: [missing.yaml]\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comments_that_suppress_end()
    {
        var comments = Many(30_000, i => $"# fluxlint-disable FLX{1_000 + i}\n# fluxlint-disable-next-line FLX{i}\n# fluxlint-disable-file FLX1001\n");

        Assert.Contains("'missing.yaml'", await Lint("apps/kustomization.yaml", $"resources: [missing.yaml]\n{comments.Replace("FLX1001\n", "FLX1002\n", StringComparison.Ordinal)}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_that_suppress_end()
    {
        repository.Write("fluxlint.yaml", $"suppressions:\n{Many(1_900, i => $"  - {{rules: [FLX], paths: ['**/a*b*{i}/**'], reason: r}}\n")}");

        Assert.Contains("'missing-0.yaml'", await Lint("apps/kustomization.yaml", $"resources:\n{Many(3_000, i => $"- missing-{i}.yaml\n")}"), StringComparison.Ordinal);
    }

    private static string Object(string apiVersion, string kind, string name) => $"apiVersion: {apiVersion}\nkind: {kind}\nmetadata: {{name: {name}, namespace: apps}}\n";

    private static string Many(int count, Func<int, string> text) => string.Concat(Enumerable.Range(0, count).Select(text));

    private async Task<string> Lint(string path, string text)
    {
        repository.Write(path, text);
        var run = await Task.Run(() => CommandRun.Of(repository.Root, "lint", "--all", "--output", "short")).WaitAsync(Patience);
        Assert.Equal("", run.Error.Contains("fault of its own", StringComparison.Ordinal) ? run.Error : "");
        return run.Output;
    }
}
