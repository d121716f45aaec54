using FluxLint.Analysis;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Kustomize.Builds;
using FluxLint.Semantics;
using FluxLint.Syntax;

namespace FluxLint.Core.Tests.Fleet;

/// <summary>The Flux that a cluster runs is told by its manifests, and builds with its own kustomize.</summary>
public sealed class FluxOfEachClusterTests
{
    private static readonly string[] Shared = ["apps", "base", "base/values"];

    [Theory]
    [InlineData("v2.6.0", null)]
    [InlineData("v2.7.5", "new")]
    [InlineData("v2.8.1", "new")]
    [InlineData("v2.9.0", "new")]
    public void A_cluster_is_built_as_its_Flux_does(string version, string? value)
    {
        var cluster = Assert.Single(Open([("one", version)]).Fleet.Clusters);

        Assert.Equal((value is null, value ?? "old"), (Problems(cluster).Any(), Value(cluster)));
    }

    [Fact]
    public void Clusters_of_several_Flux_share_what_comes_out_the_same()
    {
        var compilation = Open([("one", "v2.6.0"), ("two", "v2.8.0"), ("three", "v2.6.1")]);
        var (one, three, two) = (compilation.Fleet.Clusters[0], compilation.Fleet.Clusters[1], compilation.Fleet.Clusters[2]);

        Assert.Equal(("old", "new"), (Value(one), Value(two)));
        Assert.Same(Build(one, "base"), Build(two, "base"));
        Assert.Same(Build(one, "base/values"), Build(three, "base/values"));
        Assert.NotSame(Build(one, "base/values"), Build(two, "base/values"));
        Assert.NotSame(Build(one, "apps"), Build(two, "apps"));
    }

    [Theory]
    [InlineData(0, "v2.8.1", "v2.8.1")]
    [InlineData(0, "v2.8.1", "v2.9.0")]
    [InlineData(2, "v2.6.0", "v2.6.0")]
    [InlineData(2, "v2.6.0", "v2.8.0")]
    public void A_directory_is_built_once_and_again_only_where_it_comes_out_differently(int again, string first, string second)
    {
        string[] clusters = ["clusters/one", "clusters/two"];

        var work = Linter.Lint(Open([("one", first), ("two", second)]), RuleSet.Of()).Statistics.DirectoriesRendered;

        Assert.Equal(clusters.Length + Shared.Length + again, work);
    }

    [Theory]
    [InlineData("v2.6.0")]
    [InlineData("v2.8.0")]
    public void What_no_version_makes_differently_is_built_once(string version)
    {
        var compilation = Compilation.Create(InMemoryFileSystem.Of([.. Files([("one", version), ("two", version)]).Where(file => file.Key != "base/values/kustomization.yaml"), new("base/values/kustomization.yaml", """
            resources: [../]
            images: [{ name: web, newTag: "2" }]
            replacements:
              - source: { kind: ConfigMap, name: web, fieldPath: data.place }
                targets: [{ select: { kind: ConfigMap, name: web }, fieldPaths: [data.level] }]
            """)]));

        Assert.Equal(5, Linter.Lint(compilation, RuleSet.Of()).Statistics.DirectoriesRendered);
        Assert.All(compilation.Fleet.Clusters, cluster => Assert.Equal("here", Value(cluster)));
    }

    [Fact]
    public void An_edit_of_a_file_keeps_the_builds_of_every_version()
    {
        var compilation = Open([("one", "v2.6.0"), ("two", "v2.8.0")]);
        var before = compilation.Fleet.Clusters;

        var after = compilation.With("clusters/two/apps.yaml", SmallFleet.Kustomization("apps", "./apps", "wait: true"));

        Assert.Same(before[0], after.Fleet.Clusters[0]);
        Assert.Equal("new", Value(after.Fleet.Clusters[1]));
        Assert.Equal(1, after.LayersRendered);
    }

    [Fact]
    public void What_configuration_says_holds_for_all()
    {
        var compilation = Compilation.Create(InMemoryFileSystem.Of([.. Files([("one", "v2.6.0"), ("two", "v2.8.0")]), new("fluxlint.yaml", "flux: { version: \"2.8\" }\n")]));

        Assert.All(compilation.Fleet.Clusters, cluster => Assert.Equal("new", Value(cluster)));
        Assert.Equal(2 + Shared.Length, compilation.LayersRendered);
    }

    private static Compilation Open((string Name, string Flux)[] clusters) => Compilation.Create(InMemoryFileSystem.Of(Files(clusters)));

    private static IEnumerable<KeyValuePair<string, string>> Files((string Name, string Flux)[] clusters) =>
    [
        .. from cluster in clusters
           from file in (KeyValuePair<string, string>[])
           [
               new($"clusters/{cluster.Name}/kustomization.yaml", "resources: [components.yaml, apps.yaml]\n"),
               new($"clusters/{cluster.Name}/components.yaml", $"apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: source-controller\n  namespace: flux-system\n  labels: {{ app.kubernetes.io/part-of: flux, app.kubernetes.io/version: {cluster.Flux} }}\n"),
               new($"clusters/{cluster.Name}/apps.yaml", SmallFleet.Kustomization("apps", "./apps")),
           ]
           select file,
        new("apps/kustomization.yaml", "resources: [../base/values]\n"),
        new("base/kustomization.yaml", "resources: [config.yaml]\n"),
        new("base/config.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web, namespace: default }\ndata: { level: old, place: here }\n"),
        new("base/values/kustomization.yaml", """
            resources: [../]
            replacements:
              - sourceValue: new
                targets: [{ select: { kind: ConfigMap, name: web }, fieldPaths: [data.level] }]
            """),
    ];

    private static string? Value(Cluster cluster) =>
        (cluster.Find(new("", "ConfigMap", "default", "web"))?.Root.At("data", "level") as YamlScalar)?.Value;

    private static IEnumerable<string> Problems(Cluster cluster) =>
        Rendering.WithInputs(cluster.Renderings).SelectMany(rendering => rendering.Problems).Select(problem => problem.Message);

    private static Rendering Build(Cluster cluster, string directory) =>
        Rendering.WithInputs(cluster.Renderings).Single(rendering => rendering.Directory == directory);
}
