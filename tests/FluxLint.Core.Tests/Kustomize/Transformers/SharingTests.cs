using FluxLint.Files;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Configurations;
using FluxLint.Kustomize.Transformers;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Kustomize.Transformers;

public class SharingTests
{
    private const string Pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: apps, labels: {app: web}}\nspec: {containers: [{image: 'nginx:1'}], nodeSelector: {x: y}}\n";

    [Theory]
    [InlineData("images: [{name: redis, newTag: v2}]")]
    [InlineData("images: [{name: nginx, newTag: '1'}]")]
    [InlineData("commonLabels: {app: web}")]
    [InlineData("labels: [{pairs: {}}]")]
    [InlineData("namePrefix: ''")]
    [InlineData("namespace: ''")]
    public void Resource_that_a_layer_leaves_alone_is_the_same_instance(string kustomization)
    {
        var resource = Read(Pod);
        Assert.Same(resource, Apply(kustomization, resource));
    }

    [Fact]
    public void Namespace_that_is_there_already_leaves_the_object_alone()
    {
        var resource = Read(Pod);
        var placed = Apply("namespace: apps", resource);
        Assert.Same(resource.Root, placed.Root);
        Assert.Equal([resource.Id], placed.PreviousIds.ToArray());
        Assert.Same(placed, Apply("namespace: apps", placed));
    }

    [Fact]
    public void Only_nodes_along_a_changed_path_are_new()
    {
        var resource = Read(Pod);
        var changed = Apply("images: [{name: nginx, newTag: v2}]", resource).Root;
        Assert.NotSame(resource.Root, changed);
        Assert.Same(resource.Root["metadata"], changed["metadata"]);
        Assert.Same(resource.Root.At("spec", "nodeSelector"), changed.At("spec", "nodeSelector"));
        Assert.Equal("nginx:1", ((resource.Root.At("spec", "containers") as YamlSequence)?.Items[0] as YamlMapping)?.Text("image"));
    }

    [Fact]
    public void References_of_a_build_without_new_names_are_not_looked_at()
    {
        Resource[] resources = [Read(Pod)];
        Assert.Same(resources, NameReferenceTransformer.Apply(resources, NameReferenceTable.Default));
        Assert.Same(resources, HashTransformer.Apply(resources));
    }

    [Fact]
    public void References_only_touch_the_resources_that_refer()
    {
        var renamed = Apply("namePrefix: p-", Read("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: cm, namespace: apps}\n"));
        Resource[] resources = [renamed, Read(Pod), Read("apiVersion: v1\nkind: Pod\nmetadata: {name: b, namespace: apps}\nspec: {volumes: [{configMap: {name: cm}}]}\n")];
        var followed = NameReferenceTransformer.Apply(resources, NameReferenceTable.Default);
        Assert.Same(resources[0], followed[0]);
        Assert.Same(resources[1], followed[1]);
        Assert.NotSame(resources[2], followed[2]);
        Assert.Same(resources[2].Root["metadata"], followed[2].Root["metadata"]);
    }

    private static Resource Read(string text) => Resource.Of((YamlMapping)(YamlTree.Parse(SourceText.From("r.yaml", text)).RootMapping ?? throw new FormatException(text)));

    private static Resource Apply(string kustomization, Resource resource)
    {
        var repository = Repository.Load(InMemoryFileSystem.Of([new("kustomization.yaml", kustomization)]));
        var layer = new Layer(repository, Kustomization.Read(repository, "") ?? throw new FormatException(kustomization)) { Configuration = TransformerConfiguration.Default };
        layer.Resources.Add(resource);
        NamespaceTransformer.Apply(layer);
        PrefixSuffixTransformer.Apply(layer);
        LabelTransformer.Apply(layer);
        ImageTransformer.Apply(layer);
        Assert.Empty(layer.Problems);
        return Assert.Single(layer.Resources);
    }
}
