using FluxLint.Files;
using FluxLint.Kustomize;
using FluxLint.Schemas;
using FluxLint.Syntax;

namespace FluxLint.Core.Tests.Schemas;

/// <summary>The data file of Flux's kinds says what the definitions of the reference fleet say.</summary>
public sealed class FluxSchemasTests
{
    private static readonly ResourceDefinition[] Definitions = [.. Read()];

    public static TheoryData<string, string, string> Kinds()
    {
        var kinds = new TheoryData<string, string, string>();
        foreach (var definition in Definitions)
        {
            foreach (var version in definition.Served)
                kinds.Add(definition.Group, version.Name, definition.Kind);
        }
        return kinds;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Schema_is_that_of_the_definition(string group, string version, string kind)
    {
        var defined = Definitions.Single(definition => definition.Group == group && definition.Kind == kind).Find(version)?.Schema?.Property("spec");

        Assert.NotNull(defined);
        AssertSame(defined, FluxSchemas.Default.Find(group, version, kind)?.Property("spec"), kind);
    }

    [Fact]
    public void Release_is_that_of_the_reference_fleet() => Assert.Equal(new Version(2, 8), FluxSchemas.Default.Release);

    [Theory]
    [InlineData("source.extensions.fluxcd.io", "v1beta1", "ArtifactGenerator")]
    [InlineData("fluxcd.controlplane.io", "v1", "FluxInstance")]
    [InlineData("fluxcd.controlplane.io", "v1", "ResourceSet")]
    [InlineData("fluxcd.controlplane.io", "v1", "ResourceSetInputProvider")]
    public void What_extends_Flux_is_there_and_keeps_what_is_new(string group, string version, string kind) =>
        Assert.False(FluxSchemas.Default.Find(group, version, kind)?.Property("spec")?.RefusesUnknownFields);

    [Fact]
    public void Version_that_Flux_no_longer_has_is_not_known() =>
        Assert.Null(FluxSchemas.Default.Find("helm.toolkit.fluxcd.io", "v2beta1", "HelmRelease"));

    private static void AssertSame(Schema expected, Schema? actual, string path)
    {
        Assert.True(actual is not null, $"{path} is missing");
        Assert.Equal((path, expected.Types), (path, actual.Types));
        Assert.Equal((path, expected.KeepsUnknownFields, expected.HasDefault), (path, actual.KeepsUnknownFields, actual.HasDefault));
        Assert.Equal(expected.Required.Order(), actual.Required.Order());
        Assert.Equal(expected.Enum.OfType<YamlScalar>().Select(value => value.Value), actual.Enum.OfType<YamlScalar>().Select(value => value.Value));
        Assert.Equal((path, expected.Limits?.Pattern, expected.Limits?.MaxLength, expected.Limits?.MinLength), (path, actual.Limits?.Pattern, actual.Limits?.MaxLength, actual.Limits?.MinLength));
        Assert.Equal(expected.Rules.Select(rule => rule.Text), actual.Rules.Select(rule => rule.Text));
        Assert.Equal(expected.PropertyNames.Order(), actual.PropertyNames.Order());
        foreach (var name in expected.PropertyNames)
            AssertSame(Assert.IsType<Schema>(expected.Property(name)), actual.Property(name), $"{path}.{name}");
        if (expected.Items is { } items)
            AssertSame(items, actual.Items, $"{path}[]");
        if (expected.AdditionalProperties is { } values)
            AssertSame(values, actual.AdditionalProperties, $"{path}.*");
    }

    private static IEnumerable<ResourceDefinition> Read()
    {
        var tree = Repository.Open(new DiskFileSystem(RealRepositories.Fleet)).Tree("flux/bootstrap/gotk-components.yaml");
        return tree?.Documents.Select(document => document.Expanded).OfType<YamlMapping>().Select(root => ResourceDefinition.Of(Resource.Of(root))).OfType<ResourceDefinition>() ?? [];
    }
}
