using FluxLint.Kustomize;
using FluxLint.Schemas;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Schemas;

/// <summary>Definitions in both versions of their API.</summary>
public sealed class ResourceDefinitionTests
{
    [Fact]
    public void Versions_say_whether_they_are_served_kept_and_deprecated()
    {
        var definition = Read("v1", """
            scope: Cluster
            versions:
              - { name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }
              - { name: v1beta1, served: true, storage: false, deprecated: true }
              - { name: v1alpha1, served: false, storage: false }
            """);

        Assert.Equal(ResourceScope.Cluster, definition.Scope);
        Assert.Equal(["v1", "v1beta1"], definition.Served.Select(version => version.Name));
        Assert.Equal("v1", definition.Storage?.Name);
        Assert.True(definition.Find("v1beta1")?.IsDeprecated);
        Assert.Equal(SchemaTypes.Object, definition.Find("v1")?.Schema?.Types);
        Assert.Null(definition.Find("v1beta1")?.Schema);
        Assert.Null(definition.Find("v2"));
    }

    [Fact]
    public void First_version_of_the_API_shares_a_schema_and_keeps_unknown_fields()
    {
        var definition = Read("v1beta1", """
            version: v1alpha1
            validation: { openAPIV3Schema: { properties: { spec: {} } } }
            """);

        var only = Assert.Single(definition.Versions);
        Assert.Equal("v1alpha1", only.Name);
        Assert.False(only.Schema?.RefusesUnknownFields);
        Assert.True(Read("v1beta1", "version: v1\npreserveUnknownFields: false\nvalidation: { openAPIV3Schema: { properties: { spec: {} } } }").Storage?.Schema?.RefusesUnknownFields);
    }

    [Fact]
    public void Anything_else_is_none() =>
        Assert.Null(ResourceDefinition.Of(Resource.Of(Parse("apiVersion: v1\nkind: ConfigMap\n"))));

    private static ResourceDefinition Read(string version, string spec) => Assert.IsType<ResourceDefinition>(ResourceDefinition.Of(Resource.Of(Parse(
        $"apiVersion: apiextensions.k8s.io/{version}\nkind: CustomResourceDefinition\nspec:\n  group: example.com\n  names: {{ kind: Widget }}\n  {spec.ReplaceLineEndings("\n  ")}\n"))));

    private static YamlMapping Parse(string text) => Assert.IsType<YamlMapping>(YamlTree.Parse(SourceText.From("a.yaml", text)).RootMapping);
}
