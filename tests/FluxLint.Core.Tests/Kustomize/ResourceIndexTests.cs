using System.Collections.Immutable;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Kustomize;

/// <summary>Objects by their names, against a look at each.</summary>
public sealed class ResourceIndexTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(63)]
    [InlineData(1_000)]
    public void The_first_object_of_each_name_is_found(int count)
    {
        // Every third name stands twice.
        var resources = Enumerable.Range(0, count).Select(i => Make($"n{i % 3 * count + i / 3}")).ToImmutableArray();
        resources = [.. resources, .. resources.Where((_, i) => i % 3 == 0).Select(resource => Resource.Of(resource.Root))];

        var index = new ResourceIndex(resources);

        Assert.All(resources, resource => Assert.Same(resources.First(other => other.Key == resource.Key), index.Find(resource.Key)));
        Assert.Null(index.Find(new ObjectKey("", "ConfigMap", "", "elsewhere")));
    }

    private static Resource Make(string name) =>
        YamlTree.Parse(SourceText.From("r.yaml", $"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: {name}}}\n")).RootMapping is { } root ? Resource.Of(root) : throw new InvalidOperationException();
}
