using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Semantics;

namespace FluxLint.Core.Tests.Fleet;

/// <summary>Builds that are small enough each, and too many together, stop at one place, which is the same in every run.</summary>
public sealed class RunBudgetTests
{
    private const int Objects = 500;
    private const int Most = 25_000;

    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal)
    {
        ["app/all.yaml"] = string.Join("---\n", Enumerable.Range(0, Objects).Select(i => $"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: c{i}}}\ndata: {{a: '${{x}}'}}\n")),
    };

    [Theory]
    [InlineData("postBuild: {substitute: {x: INDEX}}")]
    [InlineData("namePrefix: pINDEX-")]
    [InlineData("commonMetadata: {labels: {x: 'INDEX'}}")]
    public void Kustomizations_of_one_cluster_stop_at_a_number_of_objects(string spec)
    {
        for (var i = 0; i < 80; i++)
            files[$"clusters/a/k{i:000}.yaml"] = Kustomization($"k{i:000}", spec.Replace("INDEX", $"{i}", StringComparison.Ordinal));

        var compilation = Open();
        var cluster = Assert.Single(compilation.Fleet.Clusters);

        Assert.InRange(cluster.Inventories.Count(inventory => inventory.State == InventoryState.Built), 20, 53);
        Assert.InRange(cluster.Inventories.Count(inventory => inventory.State == InventoryState.OverBudget), 20, 60);
        AssertSaysSoOnce(compilation, "clusters/a/k");
    }

    [Fact]
    public void Clusters_stop_at_a_number_of_objects()
    {
        for (var i = 0; i < 80; i++)
            files[$"clusters/c{i:000}/k.yaml"] = Kustomization("k", $"namePrefix: p{i}-");

        var compilation = Open();

        Assert.Equal(80, compilation.Fleet.Clusters.Length);
        Assert.InRange(compilation.Fleet.Clusters.Count(cluster => cluster.Inventories.Any(inventory => inventory.State == InventoryState.OverBudget)), 20, 60);
        AssertSaysSoOnce(compilation, "clusters/c0");
    }

    [Fact]
    public void Directories_that_no_cluster_builds_stop_at_a_number_of_objects()
    {
        files["app/kustomization.yaml"] = "resources: [all.yaml]\n";
        for (var i = 0; i < 80; i++)
            files[$"overlays/o{i:000}/kustomization.yaml"] = $"namePrefix: p{i}-\nresources: [../../app]\n";

        var compilation = Open();

        Assert.InRange(compilation.Renderings.Length, 20, 60);
        AssertSaysSoOnce(compilation, "overlays/o0");
    }

    [Fact]
    public void What_is_shared_is_counted_once()
    {
        files["app/kustomization.yaml"] = "namePrefix: p-\nresources: [all.yaml]\n";
        for (var i = 0; i < 200; i++)
            files[$"clusters/c{i:000}/k.yaml"] = Kustomization("k", "timeout: 5m");
        var compilation = Open();

        Assert.Null(compilation.RunLimit);
        Assert.All(compilation.Fleet.Clusters, cluster => Assert.DoesNotContain(cluster.Inventories, inventory => inventory.State == InventoryState.OverBudget));
    }

    [Fact]
    public void An_edit_that_makes_room_gives_what_a_fresh_look_gives()
    {
        for (var i = 0; i < 80; i++)
            files[$"clusters/c{i:000}/k.yaml"] = Kustomization("k", $"namePrefix: p{i}-");
        var before = Open();
        Assert.NotNull(before.RunLimit);

        var after = before.With("app/all.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n");

        Assert.Null(after.RunLimit);
        Assert.DoesNotContain(after.Fleet.Clusters.SelectMany(cluster => cluster.Inventories), inventory => inventory.State == InventoryState.OverBudget);
    }

    private static string Kustomization(string name, string spec) => $$"""
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata: {name: {{name}}, namespace: flux-system}
        spec:
          interval: 10m
          prune: true
          path: ./app
          sourceRef: {kind: GitRepository, name: flux-system}
          {{spec}}

        """;

    private Compilation Open() => Compilation.Create(InMemoryFileSystem.Of(files), new() { MostObjects = Most });

    private void AssertSaysSoOnce(Compilation compilation, string place)
    {
        Assert.NotNull(compilation.RunLimit);
        Assert.StartsWith(place, compilation.RunLimit.Location.Path);
        Assert.Equal("before this is built, all builds together have made more than 25,000 objects: neither this nor what comes after it is looked at", compilation.RunLimit.Message);
        Assert.Equal(compilation.RunLimit.Location.ToString(), Open().RunLimit?.Location.ToString());
    }
}
