namespace FluxLint.Cli.Tests.Commands;

/// <summary>What <c>fluxlint trace</c> says about the reference fleet, and about a stack that changes values in every way.</summary>
public sealed class TraceTests : IDisposable
{
    private const string Cluster = "clusters/prod-region-1/weu-01";

    private readonly TemporaryFleet fleet = new();

    public void Dispose() => fleet.Dispose();

    [Fact]
    public async Task Shows_base_overlay_and_cluster() => await Verifier.Verify(await Trace(Cluster, "HelmRelease/external-dns"));

    [Fact]
    public async Task Writes_one_field_as_json() => await Verifier.Verify(await Trace(Cluster, "HelmRelease/external-dns", "spec.values.policy", "--json"));

    [Fact]
    public async Task Finds_what_a_flux_kustomization_brings() => await Verifier.Verify(await Trace(Cluster, "clusterissuer/letsencrypt", "/spec/acme"));

    [Fact]
    public async Task Shows_every_kind_of_step()
    {
        WriteStack();
        await Verifier.Verify(await Trace("stack", "Deployment/p-web-s") + await Trace("stack", "ConfigMap/" + await GeneratedName()) + await Trace("stack", "Service/p-web-s"));
    }

    [Fact]
    public async Task Writes_every_kind_of_step_as_json()
    {
        WriteStack();
        await Verifier.Verify(await Trace("stack", "Deployment/p-web-s", "--json"));
    }

    [Fact]
    public async Task Shows_what_flux_does_after_a_build()
    {
        WriteFile("flux/apps.yaml", """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: apps, namespace: flux-system}
            spec:
              path: ./flux-apps
              sourceRef: {kind: GitRepository, name: flux-system}
              commonMetadata:
                labels:
                  team: shop
              postBuild:
                substitute:
                  DOMAIN: example.com
                substituteFrom:
                  - kind: ConfigMap
                    name: settings
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings, namespace: flux-system}
            data:
              STAGE: prod
            """);
        WriteFile("flux/kustomization.yaml", "resources: [apps.yaml]\n");
        WriteFile("flux-apps/kustomization.yaml", "resources: [web.yaml]\nnamespace: web\n");
        WriteFile("flux-apps/web.yaml", """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: web}
            data:
              host: web.${DOMAIN}
              stage: ${STAGE}
              plain: text
            """);
        await Verifier.Verify(await Trace("flux", "ConfigMap/web"));
    }

    [Theory]
    [InlineData("spec.template.spec.containers[0].args[0]", "stack/kustomization.yaml:28:20")]
    [InlineData("spec.template.spec.containers[0].command[1]", "stack/kustomization.yaml:33:15")]
    public async Task Inline_patch_gives_line_and_column_in_the_kustomization(string field, string place)
    {
        WriteStack();
        Assert.Contains($" {place} ", await Trace("stack", "Deployment/p-web-s", field));
    }

    [Theory]
    [InlineData("metadata.annotations['a.b/c']")]
    [InlineData("metadata.annotations[\"a.b/c\"]")]
    [InlineData("/metadata/annotations/a.b~1c")]
    [InlineData("metadata/annotations/a.b~1c")]
    public async Task Fields_are_named_in_several_ways(string field)
    {
        WriteStack();
        Assert.Contains("metadata.annotations['a.b/c']  note", await Trace("stack", "deployments/p-web-s", field));
    }

    [Theory]
    [InlineData(Cluster, "HelmRelease/external-dn", null, "there is no HelmRelease/external-dn in 'clusters/prod-region-1/weu-01'; did you mean 'HelmRelease/external-dns'?")]
    [InlineData(Cluster, "HelmReleas/keda", null, "there is no HelmReleas/keda in 'clusters/prod-region-1/weu-01'; did you mean 'HelmRelease/keda'?")]
    [InlineData(Cluster, "ConfigMap/x", null, "there is no ConfigMap/x in 'clusters/prod-region-1/weu-01'; it has 'ConfigMap/external-dns-azure.shared-system'")]
    [InlineData(Cluster, "HelmRelease", null, "'HelmRelease' does not name a resource: it must have the form KIND/NAME or KIND/NAME.NAMESPACE")]
    [InlineData(Cluster, "HelmRelease/keda", "spec.valus", "HelmRelease/keda.shared-system has no field 'spec.valus'; did you mean 'spec.values'?")]
    [InlineData(Cluster, "HelmRelease/keda", "metadata.whatever-else", "HelmRelease/keda.shared-system has no field 'metadata.whatever-else'; 'metadata' has 'name' and 'namespace'")]
    [InlineData(Cluster, "HelmRelease/keda", "spec..x", "'spec..x' is no path of a field: write one like spec.values.hosts[0] or metadata.annotations['a.b/c']")]
    [InlineData(Cluster, "Service/webhook-receiver.other", null, "there is no Service/webhook-receiver.other in 'clusters/prod-region-1/weu-01'; did you mean 'Service/webhook-receiver'?")]
    [InlineData("clusters/prod-region-1/weu-1", "HelmRelease/keda", null, "'clusters/prod-region-1/weu-1' does not exist; did you mean 'weu-01'?")]
    [InlineData("fluxlint.yaml", "HelmRelease/keda", null, "'fluxlint.yaml' is a file: give the directory of a kustomization")]
    [InlineData("twice", "ConfigMap/same", null, "'ConfigMap/same' could be 'ConfigMap/same.a' or 'ConfigMap/same.default'")]
    public async Task What_does_not_exist_is_an_error_with_the_nearest(string directory, string resource, string? field, string message)
    {
        WriteFile("twice/kustomization.yaml", "resources: [r.yaml]\n");
        WriteFile("twice/r.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: same, namespace: a}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: same}\n");

        var run = await CommandRun.Of(fleet.Root, field is null ? ["trace", directory, resource] : ["trace", directory, resource, field]);

        Assert.Equal((2, "", $"error: {message}\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task Text_cannot_command_the_terminal()
    {
        WriteFile("evil/kustomization.yaml", "resources: [r.yaml]\n");
        WriteFile("evil/r.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata: {\"\\e[31m\": \"\\e]0;title\\a\"}\n");
        Assert.DoesNotContain('\e', await Trace("evil", "ConfigMap/x"));
    }

    private async Task<string> Trace(params string[] arguments)
    {
        var run = await CommandRun.Of(fleet.Root, ["trace", .. arguments]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run.Output;
    }

    private async Task<string> GeneratedName() =>
        (await CommandRun.Of(fleet.Root, "trace", "stack", "ConfigMap/none")).Error.Split('\'').Single(part => part.StartsWith("ConfigMap/", StringComparison.Ordinal))["ConfigMap/".Length..];

    private void WriteFile(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(fleet.Root, path)) ?? "");
        fleet.Write(path, text);
    }

    private void WriteStack()
    {
        WriteFile("stack/base/kustomization.yaml", "resources: [web.yaml]\nnamespace: apps\nconfigMapGenerator:\n- name: settings\n  literals: [level=info, color=blue]\n");
        WriteFile("stack/base/web.yaml", """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
            spec:
              replicas: 1
              selector:
                matchLabels: {app: web}
              template:
                metadata:
                  labels: {app: web}
                spec:
                  containers:
                  - name: main
                    image: nginx:1.27
                    args: [--old, --kept]
                  volumes:
                  - name: config
                    configMap: {name: settings}
            ---
            apiVersion: v1
            kind: Service
            metadata:
              name: web
            spec:
              selector: {app: web}
              ports: [{port: 80}]
            """);
        WriteFile("stack/kustomization.yaml", """
            resources: [base]
            namePrefix: p-
            nameSuffix: -s
            commonLabels:
              app: shop
            commonAnnotations: {a.b/c: note}
            images:
            - name: nginx
              newTag: "1.29"
            replicas:
            - name: web
              count: 3
            configMapGenerator:
            - name: settings
              behavior: merge
              literals: [level=debug]
            patches:
            - patch: |
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: web
                spec:
                  template:
                    spec:
                      containers:
                      - name: main
                        args: [--new]
                        command:
                        - sh
                        # The next one has a line of its own.

                        - |
                          echo one
                          echo two
                        resources:
                          limits: {cpu: 1}
            - target: {kind: Deployment}
              patch: |-
                - op: replace
                  path: /spec/template/spec/containers/0/resources/limits/cpu
                  value: 2
                - op: move
                  from: /spec/template/spec/volumes/0/name
                  path: /metadata/annotations/moved
            """);
    }
}
