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
    public async Task No_fix_gives_all_clusters_what_one_has_in_the_open()
    {
        var release = Release.Replace("targetNamespace: ", "targetNamespace: in-");
        repository.Write("apps/release.yaml", release).WriteKustomization("clusters/two/apps.yaml", "apps", "./apps", ", postBuild: {substitute: {NS: shop}}");

        await CommandRun.Of(repository.Root, "lint", "--select", "FLX3010", "--fix", "--unsafe-fixes");

        Assert.Equal(release, await File.ReadAllTextAsync(Path.Join(repository.Root, "apps/release.yaml")));
    }

    [Theory]
    [InlineData("name: \"${SOURCE}\"", false)]
    [InlineData("name: hunterone", true)]
    public async Task No_fix_names_another_object_by_it(string name, bool isFixed)
    {
        var release = Release.Replace("name: \"${NS}\", namespace: \"${NS}\"", $"{name}, namespace: flux-system").Replace("HelmRepository, name: podinfo", "HelmRepository, name: hunterine");
        repository.Write("apps/release.yaml", release)
            .Write("clusters/one/variables.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: variables, namespace: flux-system}\nstringData: {SOURCE: hunterone, NS: shop, VERSION: 1.0.0, KIND: Hun3, DIRECTORY: hunter5}\n");

        await CommandRun.Of(repository.Root, "lint", "--select", "FLX2002", "--fix", "--unsafe-fixes");

        Assert.Equal(isFixed ? release.Replace("hunterine", "hunterone") : release, await File.ReadAllTextAsync(Path.Join(repository.Root, "apps/release.yaml")));
    }

    [Fact]
    public async Task A_value_that_is_no_secret_is_written()
    {
        repository.Write("apps/release.yaml", Release.Replace("targetNamespace: ${NS}", "targetNamespace: shop"));

        await CommandRun.Of(repository.Root, "lint", "--select", "FLX3010", "--fix", "--unsafe-fixes");

        Assert.Contains("storageNamespace: shop", await File.ReadAllTextAsync(Path.Join(repository.Root, "apps/release.yaml")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text", "ConfigMap/settings.a value", "data['a value']")]
    [InlineData("markdown", "ConfigMap/settings.a value", "a value")]
    [InlineData("json", "\"namespace\":\"a value\"", "\"path\":\"data['a value']\"")]
    public async Task Diff_hides_it(string format, string expected, string path)
    {
        await GitRepository.Of(repository.Root);
        repository.Write("apps/objects.yaml", Objects.Replace(": x,", ": z,").Replace("hunter4", "hunter6") + "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: \"${NS}\", namespace: default}\n");

        await Shows(expected, "diff", "HEAD", "--format", format);
        await Shows(path, "diff", "HEAD", "--format", format);
    }

    [Theory]
    [InlineData("web (podinfo@a value)", "clusters")]
    [InlineData("\"version\":\"a value\"", "clusters", "--format", "json")]
    [InlineData("\"path\":\"a value\"", "clusters", "--format", "json")]
    [InlineData("a value", "fleet")]
    [InlineData("a value", "fleet", "--format", "markdown")]
    [InlineData("\"version\":\"a value\"", "fleet", "--format", "json")]
    [InlineData("podinfo@a value", "graph")]
    [InlineData("\"id\":\"HelmRepository/a value.a value\"", "graph", "--format", "json")]
    [InlineData("podinfo@a value", "graph", "--format", "mermaid")]
    [InlineData("podinfo@a value", "graph", "--format", "dot")]
    [InlineData("\"path\":\"a value\"", "graph", "--format", "json")]
    [InlineData("stringData.password  (secret)", "trace", "clusters/one", "Secret/own")]
    [InlineData("\"path\":\"stringData.password\",\"secret\":true,\"value\":null", "trace", "clusters/one", "Secret/own", "--json")]
    [InlineData("data['a value']", "trace", "clusters/one", "ConfigMap/settings")]
    [InlineData("\"path\":\"data.plain\",\"secret\":true,\"value\":null", "trace", "clusters/one", "ConfigMap/settings", "--json")]
    [InlineData("ConfigMap/inner.a value in a value", "trace", "clusters/one", "ConfigMap/inner")]
    public async Task Other_commands_hide_it(string expected, params string[] arguments) => await Shows(expected, arguments);

    [Theory]
    [InlineData("namePrefix: \"${NS}-\"", "ConfigMap/hunter1-inner", "ConfigMap/a value")]
    [InlineData("commonMetadata: {labels: {team: \"${NS}\"}}", "ConfigMap/inner", "metadata.labels.team  (secret)")]
    [InlineData("images: [{name: web, newTag: \"${NS}\"}]", "Pod/inner", "image  (secret)")]
    [InlineData("images: [{name: web, newName: \"${NS}\", newTag: v1}]", "Pod/inner", "image  (secret)")]
    [InlineData("namePrefix: \"${NS}-\"", "Pod/hunter1-inner", "volumes[0].configMap.name  (secret)")]
    public async Task What_a_Kustomization_takes_stays_hidden_in_what_it_builds(string field, string name, string expected)
    {
        repository.Write("apps/objects.yaml", Objects.Replace("targetNamespace: \"${NS}\"", field))
            .Write("hunter5/pod.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: inner}\nspec: {containers: [{name: web, image: web}], volumes: [{name: v, configMap: {name: inner}}]}\n");

        await Shows(expected, "trace", "clusters/one", name);
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
