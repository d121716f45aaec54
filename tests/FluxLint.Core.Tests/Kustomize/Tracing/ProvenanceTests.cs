using CsCheck;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;

namespace FluxLint.Core.Tests.Kustomize.Tracing;

/// <summary>The history of every field is true: in the reference fleet, and in whatever kustomizations do to each other.</summary>
public sealed class ProvenanceTests
{
    [Fact]
    public void Fleet_obeys_the_law()
    {
        var repository = Repository.Load(new DiskFileSystem(RealRepositories.Fleet));
        var law = new ProvenanceLaw(repository);
        var clusters = ClusterSet.Load(repository, new FluxRenderer(repository, new Renderer(repository, KustomizationGraph.Load(repository), KustomizeVersion.Newest)), FleetDeclaration.Unsaid, CancellationToken.None);

        Assert.True(clusters.Resources.Length > 300, $"{clusters.Resources.Length} resources");
        Assert.Empty(clusters.Resources.SelectMany(shared => law.Breaches(shared.Resource)).Take(20));
    }

    [Fact]
    public void Random_stacks_obey_the_law() => Gen.Int.Sample(
        seed =>
        {
            var files = RandomStack.Of(seed);
            var repository = Repository.Load(InMemoryFileSystem.Of(files));
            var build = new DirectoryBuild(repository);
            var text = string.Join('\n', files.Where(file => file.Key != "base/manifests.yaml").Select(file => $"=== {file.Key}\n{file.Value}"));
            Assert.True(build.Resources.Length >= 3, $"{string.Join('\n', build.Problems)}\n{text}");
            var breaches = string.Join('\n', build.Resources.SelectMany(new ProvenanceLaw(repository).Breaches));
            Assert.True(breaches.Length == 0, $"{breaches}\n{text}");
        },
        iter: 1000);
}
