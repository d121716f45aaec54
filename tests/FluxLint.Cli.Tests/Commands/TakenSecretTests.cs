namespace FluxLint.Cli.Tests.Commands;

/// <summary>No command shows or writes what is taken from a Secret into another object.</summary>
public sealed class TakenSecretTests : IDisposable
{
    private const string Release = """
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        metadata: {name: web, namespace: flux-system}
        spec:
          interval: 5m
          targetNamespace: ${NS}
          chart: {spec: {chart: podinfo, version: "${VERSION}", sourceRef: {kind: HelmRepository, name: podinfo}}}
        ---
        apiVersion: source.toolkit.fluxcd.io/v1
        kind: HelmRepository
        metadata: {name: podinfo, namespace: flux-system}
        spec: {interval: 5m, url: https://stefanprodan.github.io/podinfo}
        ---
        apiVersion: source.toolkit.fluxcd.io/v1
        kind: HelmRepository
        metadata: {name: "${NS}", namespace: "${NS}"}
        spec: {interval: 5m, url: https://example.com/charts}

        """;

    private const string Objects = """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings, namespace: "${NS}"}
        data: {"${NS}": x, plain: "${NS}"}
        ---
        apiVersion: example.com/v1
        kind: ${KIND}
        metadata: {name: Wrong_Name, namespace: default}
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: own, namespace: default}
        stringData: {password: hunter4}
        ---
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata: {name: nested, namespace: flux-system}
        spec: {interval: 10m, prune: true, path: "./${DIRECTORY}", targetNamespace: "${NS}", sourceRef: {kind: GitRepository, name: flux-system}}

        """;

    private readonly SmallRepository repository = new();

    public TakenSecretTests() => repository
        .WriteKustomization("clusters/one/apps.yaml", "apps", "./apps", ", postBuild: {substituteFrom: [{kind: Secret, name: variables}]}")
        .Write("clusters/one/variables.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: variables, namespace: flux-system}\nstringData: {NS: hunter1, VERSION: 1.2.3-hunter2, KIND: Hun3, DIRECTORY: hunter5}\n")
        .Write("apps/kustomization.yaml", "resources: [release.yaml, objects.yaml]\n")
        .Write("apps/release.yaml", Release)
        .Write("apps/objects.yaml", Objects)
        .Write("hunter5/map.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: inner}\ndata: {a: b}\n");

    public void Dispose() => repository.Dispose();

    [Theory]
    [InlineData("short", "FLX5007: the API server refuses a value 'Wrong_Name'")]
    [InlineData("gitlab", "FLX5007: the API server refuses a value 'Wrong_Name'")]
    [InlineData("json", "\"kind\":\"a value\",\"namespace\":\"default\",\"name\":\"Wrong_Name\"")]
    [InlineData("sarif", "\"fullyQualifiedName\":\"a value/default/Wrong_Name#metadata.name\"")]
    public async Task Lint_hides_it(string format, string expected) => await Shows(expected, "lint", "--preset", "all", "--output", format);

    [Fact]
    public async Task No_fix_writes_it()
    {
        var run = await CommandRun.Of(repository.Root, "lint", "--select", "FLX3010", "--fix", "--unsafe-fixes");

        Assert.Contains("FLX3010", run.Output, StringComparison.Ordinal);
        Assert.Equal(Release, await File.ReadAllTextAsync(Path.Join(repository.Root, "apps/release.yaml")));
    }

    [Fact]
    public async Task A_value_that_is_no_secret_is_written()
    {
        repository.Write("apps/release.yaml", Release.Replace("targetNamespace: ${NS}", "targetNamespace: shop"));

        await CommandRun.Of(repository.Root, "lint", "--select", "FLX3010", "--fix", "--unsafe-fixes");

        Assert.Contains("storageNamespace: shop", await File.ReadAllTextAsync(Path.Join(repository.Root, "apps/release.yaml")), StringComparison.Ordinal);
    }

    private async Task Shows(string expected, params string[] arguments)
    {
        var run = await CommandRun.Of(repository.Root, arguments);
        var shown = run.Output + run.Error;

        // Formats lay it out differently.
        Assert.Contains(WithoutSpace(expected), WithoutSpace(shown), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter", shown.Replace("hunter5/", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Hun3", shown, StringComparison.Ordinal);
    }

    private static string WithoutSpace(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
