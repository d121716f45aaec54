using System.Text.Json;

namespace FluxLint.Cli.Tests.Commands;

/// <summary><c>fluxlint schema</c>: the fields of kinds, for people and as JSON Schema.</summary>
public sealed class SchemaTests : IDisposable
{
    private const string Definition = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: widgets.example.com}
        spec:
          group: example.com
          scope: Cluster
          names: {kind: Widget, plural: widgets, shortNames: [wd]}
          versions:
            - {name: v1beta1, served: true, storage: false, schema: {openAPIV3Schema: {type: object}}}
            - name: v1
              served: true
              storage: true
              schema:
                openAPIV3Schema:
                  type: object
                  properties:
                    spec:
                      type: object
                      required: [size]
                      x-kubernetes-validations:
                        - {rule: "self.size != 'huge' || has(self.parts)", message: what is huge has parts}
                      properties:
                        size: {type: string, enum: [small, huge], default: small}
                        port: {x-kubernetes-int-or-string: true}
                        limit: {x-kubernetes-int-or-string: true, nullable: true, anyOf: [{type: integer}, {type: string}]}
                        colour: {type: string, nullable: true, enum: [red, blue]}
                        memory: {type: string, pattern: "^[0-9]+Mi$", maxLength: 12}
                        labels: {type: object, additionalProperties: {type: string}}
                        parts:
                          type: array
                          maxItems: 8
                          x-kubernetes-list-type: map
                          x-kubernetes-list-map-keys: [name]
                          items: {type: object, required: [name], properties: {name: {type: string, minLength: 1}, count: {type: integer, minimum: 1}}}
                        tags: {type: array, x-kubernetes-list-type: set, items: {type: string}}
        """;

    private readonly SmallRepository repository = new();

    public SchemaTests() => repository.Write("crds/widget.yaml", Definition);

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task Shows_what_a_definition_of_the_repository_has() =>
        await Verifier.Verify(await Schema("Widget") + await Schema("widgets.spec") + await Schema("wd.spec.parts") + await Schema("example.com/v1/Widget.spec.parts[0].name"));

    [Fact]
    public async Task Shows_what_stored_schemas_have() =>
        await Verifier.Verify(await Schema("HelmRelease.spec.chart.spec", "--flux", "2.8") + await Schema("v1/Pod.spec.tolerations", "--kubernetes", "1.33") + await Schema("kustomizations.kustomize.toolkit.fluxcd.io.spec.sourceRef", "--flux", "2.8"));

    [Fact]
    public async Task Writes_json_schema() => await Verifier.Verify(await Schema("Widget", "--json"));

    [Fact]
    public async Task A_schema_that_leads_back_to_itself_refers_to_definitions()
    {
        using var json = JsonDocument.Parse(await Schema("CustomResourceDefinition", "--json"));

        Assert.Contains("\"$ref\": \"#/$defs/", json.RootElement.GetProperty("$defs").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_configured_release_counts()
    {
        repository.Write("fluxlint.yaml", "kubernetes: {version: \"1.30\"}\nflux: {version: \"2.3\"}\n");

        Assert.Contains("by Kubernetes 1.30\n", await Schema("deploy.spec"), StringComparison.Ordinal);
        Assert.Contains("by Flux 2.3; other versions: v2beta2, v2beta1\n", await Schema("HelmRelease"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Deploymnt", "there is no kind 'Deploymnt'; did you mean 'Deployment'?")]
    [InlineData("app/v1/Deployment", "there is no kind 'Deployment' in 'app'; there is apps/v1/Deployment")]
    [InlineData("v1/Pod.spec.containers.prots", "v1/Pod: there is no field 'spec.containers.prots'; did you mean 'ports'?")]
    [InlineData("Widget.spec.size.large", "example.com/v1/Widget: there is no field 'spec.size.large'; it has no fields that are declared")]
    [InlineData("example.com/v2/Widget", "Widget has no version 'v2', by crds/widget.yaml; there are v1, v1beta1")]
    [InlineData("cert-manager.io/certificate.", "'cert-manager.io/certificate.' names no kind: write one like HelmRelease.spec.chart or apps/v1/Deployment")]
    [InlineData("certificates", "'certificates' could be acm.services.k8s.aws/v1alpha1/certificate, acmpca.services.k8s.aws/v1alpha1/certificate, cert-manager.io/v1/certificate or networking.internal.knative.dev/v1alpha1/certificate")]
    public async Task What_is_not_known_is_said(string kind, string expected)
    {
        var run = await CommandRun.Of(repository.Root, "schema", kind);

        Assert.Equal((2, "", $"error: {expected}\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Theory]
    [InlineData("--kubernetes", "1.40", "--kubernetes knows no 1.40; the nearest that it knows is 1.36")]
    [InlineData("--flux", "new", "--flux takes a version such as 2.9, not 'new'")]
    public async Task Releases_that_are_not_known_are_refused(string option, string version, string expected)
    {
        var run = await CommandRun.Of(repository.Root, "schema", "Pod", option, version);

        Assert.Equal((2, $"error: {expected}\n"), (run.ExitCode, run.Error));
    }

    private async Task<string> Schema(params string[] arguments)
    {
        var run = await CommandRun.Of(session => session with { Width = 100 }, repository.Root, ["schema", .. arguments]);
        return run.Output + run.Error;
    }
}
