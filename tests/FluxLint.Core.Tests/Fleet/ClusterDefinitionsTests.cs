using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;
using FluxLint.Schemas;

namespace FluxLint.Core.Tests.Fleet;

/// <summary>What a cluster's own manifests say of kinds, and which schema counts.</summary>
public sealed class ClusterDefinitionsTests
{
    private const string Widget = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: clusterwidgets.example.com
        spec:
          group: example.com
          scope: Namespaced
          names:
            kind: ClusterWidget
          versions:
            - name: v1
              served: true
              storage: true
              schema:
                openAPIV3Schema:
                  type: object
        """;

    private const string Object = "\n---\napiVersion: example.com/v1\nkind: ClusterWidget\nmetadata:\n  name: a\n";

    [Fact]
    public void Definition_says_where_objects_live_whatever_their_name_suggests()
    {
        var id = new ResourceId("example.com", "v1", "ClusterWidget", "", "a");

        Assert.True(CustomKinds.MayBeClusterScoped(id));
        Assert.False(CustomKinds.MayBeClusterScoped(id, [Build(Widget)]));
        Assert.True(CustomKinds.MayBeClusterScoped(id, [Build(Widget.Replace("Namespaced", "Cluster", StringComparison.Ordinal))]));
    }

    [Fact]
    public void Kinds_of_Flux_are_namespaced_without_a_definition() =>
        Assert.Equal(ResourceScope.Namespaced, Build(Object[5..]).Definitions.ScopeOf("image.toolkit.fluxcd.io", "ImagePolicy"));

    [Fact]
    public void Schema_is_that_of_the_definition()
    {
        var cluster = Build(Widget + Object);

        Assert.Equal(SchemaTypes.Object, Find(cluster)?.Types);
        Assert.Equal("v1", cluster.Definitions.Find("example.com", "ClusterWidget")?.Storage?.Name);
    }

    [Fact]
    public void Version_that_is_not_served_has_no_schema() =>
        Assert.Null(Find(Build(Widget.Replace("served: true", "served: false", StringComparison.Ordinal) + Object)));

    [Fact]
    public void Definition_is_read_once_for_all_clusters_that_have_it()
    {
        var files = InMemoryFileSystem.Empty
            .WithFile("base/kustomization.yaml", "resources:\n  - crd.yaml\n").WithFile("base/crd.yaml", Widget)
            .WithFile("clusters/a/kustomization.yaml", "resources:\n  - ../../base\n")
            .WithFile("clusters/b/kustomization.yaml", "resources:\n  - ../../base\n");
        var clusters = Load(files);

        var definitions = clusters.Clusters.Select(cluster => cluster.Definitions.Find("example.com", "ClusterWidget")).ToList();

        Assert.Equal(2, definitions.Count);
        Assert.NotNull(definitions[0]);
        Assert.Same(definitions[0], definitions[1]);
    }

    private static Schema? Find(Cluster cluster) =>
        new SchemaCatalog([], new(Repository.Load(InMemoryFileSystem.Empty)), kubernetes: null).Find([cluster], cluster.Resources.Single(resource => resource.Id.Kind == "ClusterWidget")).Select(held => held.Schema.Newest).SingleOrDefault();

    private static Cluster Build(string manifests) =>
        Assert.Single(Load(InMemoryFileSystem.Empty.WithFile("kustomization.yaml", "resources:\n  - all.yaml\n").WithFile("all.yaml", manifests)).Clusters);

    private static ClusterSet Load(InMemoryFileSystem files)
    {
        var repository = Repository.Load(files);
        return ClusterSet.Load(repository, new FluxRenderer(repository, new Renderer(repository, KustomizationGraph.Load(repository), KustomizeVersion.Newest)), FleetDeclaration.Unsaid, CancellationToken.None);
    }
}
