using FluxLint.Files;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;
using FluxLint.Kustomize.Output;

namespace FluxLint.Core.Tests.Kustomize.Output;

/// <summary>A rendering does not depend on what was rendered before it, or meanwhile.</summary>
public sealed class ThreadingTests
{
    [Fact]
    public void Renderings_shared_by_many_threads_equal_those_made_alone()
    {
        var files = Layers().ToDictionary();
        var repository = Repository.Load(InMemoryFileSystem.Of(files));
        var graph = KustomizationGraph.Load(repository);
        var shared = new Renderer(repository, graph, KustomizeVersion.Newest);
        var order = graph.Directories.Concat(graph.Directories).ToArray();
        new Random(1).Shuffle(order);

        var together = order.AsParallel().WithDegreeOfParallelism(8).Select(directory => (directory, Text: Print(shared.Render(directory)))).ToList();

        foreach (var (directory, text) in together)
        {
            var alone = Repository.Load(InMemoryFileSystem.Of(files));
            Assert.Equal(Print(new Renderer(alone, KustomizationGraph.Load(alone), KustomizeVersion.Newest).Render(directory)), text);
        }
        Assert.Equal(graph.Directories.Length, together.Select(result => result.Text).Distinct().Count());
    }

    private static string Print(Rendering rendering) => ManifestWriter.Write(rendering.InOrder(BuildOrder.Legacy));

    /// <summary>Four layers of four overlays, each of which changes what two of the layer below make.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Layers()
    {
        for (var layer = 0; layer < 4; layer++)
        {
            for (var i = 0; i < 4; i++)
            {
                var below = layer == 0 ? "[r.yaml]" : $"[../../{layer - 1}/{i}]";
                yield return new($"{layer}/{i}/kustomization.yaml",
                    $$"""
                    resources: {{below}}
                    components: [../../component]
                    namePrefix: p{{i}}-
                    namespace: n{{layer}}
                    images: [{name: web, newTag: v{{i}}{{layer}}}]
                    configMapGenerator: [{name: c{{layer}}, literals: [a={{i}}]}]
                    patches: [{target: {kind: Deployment}, patch: '[{op: add, path: /spec/l{{layer}}, value: {{i}}}]'}]
                    """);
                if (layer == 0)
                    yield return new($"0/{i}/r.yaml", $"apiVersion: apps/v1\nkind: Deployment\nmetadata: {{name: d{i}}}\nspec: {{template: {{spec: {{containers: [{{name: web, image: web, envFrom: [{{configMapRef: {{name: c0}}}}]}}]}}}}}}\n");
            }
        }
        yield return new("component/kustomization.yaml", "kind: Component\napiVersion: kustomize.config.k8s.io/v1alpha1\ncommonAnnotations: {by: component}\n");
    }
}
