using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Core.Tests.Kustomize.Transformers;

public class DerivationTests
{
    private const string Pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels: {app: x}\nspec:\n  containers:\n  - image: nginx:1\n  volumes:\n  - configMap: {name: cm}\n";

    [Fact]
    public void Namespace_points_at_the_field_that_gives_it() =>
        AssertDerived(Value("namespace: apps\n", "metadata", "namespace"), "apps", "kustomization.yaml:2:12", ProvenanceStep.Namespace, replaced: null);

    [Fact]
    public void Label_points_at_its_value() =>
        AssertDerived(Value("commonLabels:\n  app: web\n", "metadata", "labels", "app"), "web", "kustomization.yaml:3:8", ProvenanceStep.Label, replaced: "x");

    [Fact]
    public void Added_label_has_its_key_in_the_kustomization()
    {
        var labels = DirectoryBuild.Of("commonLabels:\n  team: a\n", Pod).Resources[0].Root.At("metadata", "labels") as YamlMapping;
        Assert.Equal("kustomization.yaml:3:3", labels?.KeyOf("team")?.Location.ToString());
        AssertDerived(labels?["team"], "a", "kustomization.yaml:3:9", ProvenanceStep.Label, replaced: null);
    }

    [Fact]
    public void Annotation_points_at_its_value() =>
        AssertDerived(Value("commonAnnotations: {a: b}\n", "metadata", "annotations", "a"), "b", "kustomization.yaml:2:24", ProvenanceStep.Annotation, replaced: null);

    [Theory]
    [InlineData("newTag: v2", "nginx:v2", "4:11")]
    [InlineData("newName: a", "a:1", "4:12")]
    [InlineData("digest: sha256:abc", "nginx@sha256:abc", "4:11")]
    [InlineData("newName: a\n  newTag: v2", "a:v2", "5:11")]
    public void Image_points_at_the_field_that_changes_it(string field, string value, string place)
    {
        var build = DirectoryBuild.Of($"images:\n- name: nginx\n  {field}\n", Pod);
        var containers = build.Resources[0].Root.At("spec", "containers") as YamlSequence;
        AssertDerived((containers?.Items[0] as YamlMapping)?["image"], value, $"kustomization.yaml:{place}", ProvenanceStep.Image, "nginx:1");
    }

    [Fact]
    public void Replica_count_points_at_its_value()
    {
        var build = DirectoryBuild.Of("replicas:\n- name: web\n  count: 3\n", "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 1}\n");
        AssertDerived(build.Resources[0].Root.At("spec", "replicas"), "3", "kustomization.yaml:4:10", ProvenanceStep.Replicas, "1");
    }

    [Fact]
    public void Name_remembers_prefix_and_suffix_in_turn()
    {
        var name = Value("namePrefix: p-\nnameSuffix: -s\n", "metadata", "name");
        AssertDerived(name, "p-web-s", "kustomization.yaml:3:13", ProvenanceStep.NameSuffix, "p-web");
        AssertDerived(name?.Derivation?.Replaced, "p-web", "kustomization.yaml:2:13", ProvenanceStep.NamePrefix, "web");
        Assert.Equal("r.yaml:4:9", name?.Derivation?.Replaced?.Derivation?.Replaced?.Location.ToString());
    }

    [Fact]
    public void Reference_stays_where_it_is_and_is_caused_by_the_name_of_its_target()
    {
        var build = DirectoryBuild.Of("namePrefix: p-\n", $"{Pod}---\napiVersion: v1\nkind: ConfigMap\nmetadata: {{name: cm}}\n");
        var volumes = build.Resources[0].Root.At("spec", "volumes") as YamlSequence;
        var name = ((volumes?.Items[0] as YamlMapping)?["configMap"] as YamlMapping)?["name"];
        Assert.Equal(("p-cm", "r.yaml:10:23"), (name?.ToString(), name?.Location.ToString()));
        Assert.Equal((ProvenanceStep.NameReference, "kustomization.yaml:2:13", "cm"), (name?.Derivation?.Step, name?.Derivation?.Cause.ToString(), name?.Derivation?.Replaced?.ToString()));
    }

    [Fact]
    public void Selector_that_follows_a_label_points_at_the_outer_value()
    {
        var repository = FluxLint.Files.Repository.Load(FluxLint.Files.InMemoryFileSystem.Of(
        [
            new("a/r.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n"),
            new("a/kustomization.yaml", "resources: [r.yaml]\ncommonLabels: {app: base}\n"),
            new("kustomization.yaml", "resources: [a]\nlabels:\n- pairs: {app: prod}\n"),
        ]));
        AssertDerived(new DirectoryBuild(repository).Resources[0].Root.At("spec", "selector", "app"), "prod", "kustomization.yaml:3:16", ProvenanceStep.Label, "base");
    }

    [Theory]
    [InlineData("images: foo\n", "kustomization.yaml:2:9", "'images' must be a list, and is 'foo'")]
    [InlineData("images: [{name: a, newTag: 1.0}]\n", "kustomization.yaml:2:28", "'newTag' must be text, and is the number 1.0; quote it to make it text")]
    [InlineData("namePrefix: [a]\n", "kustomization.yaml:2:13", "'namePrefix' must be text, and is a list")]
    [InlineData("namespace: on\n", "kustomization.yaml:2:12", "'namespace' must be text, and is the boolean on; quote it to make it text")]
    [InlineData("labels: [{pairs: {a: 1}}]\n", "kustomization.yaml:2:22", "the value of 'a' in 'pairs' must be text, and is the number 1; quote it to make it text")]
    [InlineData("replicas: [{name: nope, count: 1}]\n", "kustomization.yaml:2:19", "'nope' is no Deployment, StatefulSet, ReplicaSet or ReplicationController of this kustomization")]
    public void What_is_refused_is_reported_where_it_stands(string kustomization, string place, string message)
    {
        var problem = Assert.Single(DirectoryBuild.Of(kustomization, Pod).Problems);
        Assert.Equal((BuildProblemKind.Refused, place, message), (problem.Kind, problem.Location.ToString(), problem.Message));
    }

    private static YamlNode? Value(string kustomization, params string[] path) => DirectoryBuild.Of(kustomization, Pod).Resources[0].Root.At(path);

    private static void AssertDerived(YamlNode? node, string value, string place, string step, string? replaced)
    {
        Assert.Equal((value, place), (node?.ToString(), node?.Location.ToString()));
        Assert.Equal((step, place, replaced), (node?.Derivation?.Step, node?.Derivation?.Cause.ToString(), node?.Derivation?.Replaced?.ToString()));
    }
}
