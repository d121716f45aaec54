using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Schemas;
using FluxLint.Syntax;
using Store = FluxLint.Schemas.SchemaStore;

namespace FluxLint.Core.Tests.Schemas;

/// <summary>The stores say what the definitions of the reference fleet say, and what else is known of the releases.</summary>
public sealed class SchemaStoresTests
{
    private static readonly ResourceDefinition[] Definitions = [.. Read()];

    public static TheoryData<string, string, string> Kinds()
    {
        var kinds = new TheoryData<string, string, string>();
        foreach (var definition in Definitions)
        {
            if (definition.Storage is { } storage)
                kinds.Add(definition.Group, storage.Name, definition.Kind);
        }
        return kinds;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Schema_is_that_of_the_definition(string group, string version, string kind)
    {
        var defined = Definitions.Single(definition => definition.Group == group && definition.Kind == kind).Find(version)?.Schema?.Property("spec");

        Assert.NotNull(defined);
        AssertSame(defined, Find(SchemaStores.Flux, new(2, 8), group, version, kind)?.Property("spec"), kind);
    }

    [Fact]
    public void Releases_follow_each_other()
    {
        Assert.Equal(Enumerable.Range(28, 9).Select(minor => new Version(1, minor)), SchemaStores.Kubernetes.Releases);
        Assert.Equal(Enumerable.Range(0, 10).Select(minor => new Version(2, minor)), SchemaStores.Flux.Releases);
        Assert.Equal(new Version(0, 58), Assert.Single(SchemaStores.FluxOperator.Releases));
    }

    [Theory]
    [InlineData("2.5", "source.extensions.fluxcd.io", "v1beta1", "ArtifactGenerator", false)]
    [InlineData("2.7", "source.extensions.fluxcd.io", "v1beta1", "ArtifactGenerator", true)]
    [InlineData("2.6", "helm.toolkit.fluxcd.io", "v2beta1", "HelmRelease", true)]
    [InlineData("2.7", "helm.toolkit.fluxcd.io", "v2beta1", "HelmRelease", false)]
    public void Versions_come_and_go_with_releases(string release, string group, string version, string kind, bool isServed) =>
        Assert.Equal(isServed, Find(SchemaStores.Flux, Version.Parse(release), group, version, kind) is not null);

    [Fact]
    public void Every_schema_can_be_read()
    {
        foreach (var store in new[] { SchemaStores.Kubernetes, SchemaStores.Flux, SchemaStores.FluxOperator, SchemaStores.Catalogue })
        {
            var seen = new HashSet<Schema>(ReferenceEqualityComparer.Instance);
            foreach (var group in store.Groups)
            {
                foreach (var schema in store.KindsOf(group).SelectMany(kind => kind.Stored.Versions).SelectMany(version => version.Schemas))
                    Visit(schema, seen);
            }
            Assert.NotEmpty(seen);
        }
    }

    [Fact]
    public void Scopes_of_built_in_kinds_are_those_that_are_known() =>
        Assert.Empty(
            from @group in SchemaStores.Kubernetes.Groups
            from kind in SchemaStores.Kubernetes.KindsOf(@group)
            let id = new ResourceId(@group, "v1", kind.Kind, "", "")
            where id.IsClusterScoped != (kind.Stored.Scope == ResourceScope.Cluster)
            select $"{id.Kind}.{id.Group}");

    [Fact]
    public void What_releases_stopped_to_serve_is_in_the_list_of_removed_versions()
    {
        var releases = SchemaStores.Kubernetes.Releases;
        var gone =
            from @group in SchemaStores.Kubernetes.Groups
            from kind in SchemaStores.Kubernetes.KindsOf(@group)
            from version in kind.Stored.Versions
            let last = version.Spans[^1].Last
            where last < releases.Length - 1
            select $"{@group}/{version.Name} {kind.Kind} {releases[last + 1]}";
        var listed =
            from removed in RemovedKubernetesApis.All
            where removed.Value.RemovedIn > releases[0] && removed.Value.RemovedIn <= releases[^1]
            select $"{removed.Key.ApiVersion} {removed.Key.Kind} {removed.Value.RemovedIn}";

        Assert.Equal(listed.Order(StringComparer.Ordinal), gone.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("source.toolkit.fluxcd.io/v1beta2", "OCIRepository", "2.6", "2.8", "source.toolkit.fluxcd.io/v1")]
    [InlineData("notification.toolkit.fluxcd.io/v1beta1", "Alert", "2.2", "2.7", "notification.toolkit.fluxcd.io/v1beta3")]
    [InlineData("image.toolkit.fluxcd.io/v1beta2", "ImagePolicy", "2.7", "2.9", "image.toolkit.fluxcd.io/v1")]
    public void Successors_of_versions_of_Flux_are_known(string apiVersion, string kind, string deprecated, string removed, string successor) =>
        Assert.Equal(new FluxApi(apiVersion, kind, Version.Parse(deprecated), Version.Parse(removed), successor), FluxApiVersions.Find(apiVersion, kind));

    private static Schema? Find(Store store, Version release, string group, string version, string kind) =>
        store.Find(release) is { } number ? store.Find(group, kind)?.Find(version)?.At(number)?.Schema?.Value : null;

    private static void Visit(Schema schema, HashSet<Schema> seen)
    {
        if (!seen.Add(schema))
            return;
        foreach (var name in schema.PropertyNames)
            Visit(Assert.IsType<Schema>(schema.Property(name)), seen);
        foreach (var part in new[] { schema.Items, schema.AdditionalProperties }.OfType<Schema>())
            Visit(part, seen);
    }

    private static void AssertSame(Schema expected, Schema? actual, string path)
    {
        Assert.True(actual is not null, $"{path} is missing");
        Assert.Equal((path, expected.Types), (path, actual.Types));
        Assert.Equal((path, expected.KeepsUnknownFields, expected.HasDefault), (path, actual.KeepsUnknownFields, actual.HasDefault));
        Assert.Equal(expected.Default?.ToString(), actual.Default?.ToString());
        Assert.Equal(expected.Rules.Select(rule => rule.Written), actual.Rules.Select(rule => rule.Written));
        Assert.Equal(expected.Required.Order(), actual.Required.Order());
        Assert.Equal(expected.Enum.OfType<YamlScalar>().Select(value => value.Value), actual.Enum.OfType<YamlScalar>().Select(value => value.Value));
        Assert.Equal((path, expected.Limits?.Pattern, expected.Limits?.MaxLength, expected.Limits?.MinLength), (path, actual.Limits?.Pattern, actual.Limits?.MaxLength, actual.Limits?.MinLength));
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
