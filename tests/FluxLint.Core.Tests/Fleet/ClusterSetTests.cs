using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;

namespace FluxLint.Core.Tests.Fleet;

/// <summary>The reference fleet as a model: what is shared, and how much work it takes.</summary>
public sealed class ClusterSetTests
{
    private readonly Repository repository = Repository.Load(new DiskFileSystem(RealRepositories.Fleet));
    private readonly Renderer renderer;
    private readonly ClusterSet fleet;

    public ClusterSetTests()
    {
        renderer = new(repository, KustomizationGraph.Load(repository), KustomizeVersion.Newest);
        fleet = ClusterSet.Load(repository, new(repository, renderer), FleetDeclaration.Unsaid, CancellationToken.None);
    }

    [Fact]
    public void The_fleet_has_its_clusters()
    {
        Assert.Equal(65, fleet.Clusters.Length);
        Assert.Equal(63, fleet.Clusters.Count(cluster => cluster.Name.StartsWith("prod-", StringComparison.Ordinal)));
        Assert.All(fleet.Clusters, cluster => Assert.False(cluster.HasGaps, cluster.Name));
        Assert.All(fleet.Clusters, cluster => Assert.Equal(2, cluster.Renderings.Length));
    }

    [Fact]
    public void Production_clusters_hold_one_copy_of_what_none_of_them_changes()
    {
        var releases = fleet.Resources.Where(shared => shared.Resource.Id is { Kind: "HelmRelease", Name: "reflector" }).ToList();

        Assert.Equal([63, 1, 1], releases.Select(shared => shared.Clusters.Length).OrderDescending());
    }

    [Fact]
    public void A_value_that_each_cluster_sets_differs_by_cluster_alone()
    {
        var releases = fleet.Resources.Where(shared => shared.Resource.Id is { Kind: "HelmRelease", Name: "external-dns" }).ToList();

        Assert.Equal(65, releases.Count);
        var production = releases.Where(shared => shared.Clusters[0].Name.StartsWith("prod-", StringComparison.Ordinal));
        Assert.Single(production.Select(shared => shared.Resource.Root.At("spec", "chart")).Distinct(ReferenceEqualityComparer.Instance));
    }

    [Fact]
    public void Clusters_with_the_same_components_of_Flux_share_what_is_read_from_them()
    {
        Assert.Single(fleet.Clusters.Select(cluster => cluster.Definitions).Distinct(ReferenceEqualityComparer.Instance));
        Assert.Single(fleet.Clusters.Select(cluster => cluster.Arguments).Distinct(ReferenceEqualityComparer.Instance));
    }

    [Fact]
    public void Every_file_is_parsed_once_and_every_directory_rendered_once()
    {
        var trees = repository.YamlFiles.Select(repository.Tree).Count(tree => tree is not null);

        Assert.Equal(trees, repository.FilesParsed);
        Assert.Equal(renderer.Graph.Directories.Length, renderer.LayersRendered);
    }
}
