using FluxLint.Kustomize;
using FluxLint.Kustomize.Transformers;
using FluxLint.Syntax;

namespace FluxLint.Core.Tests.Kustomize.Transformers;

public class CopiedValueTests
{
    private const string Objects = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: from}\ndata:\n  host: a.b\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: to\n  annotations:\n    old: x.y\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: other, annotations: {plain: text}}\n";
    private const string Copy = "replacements:\n- source: {name: from, fieldPath: data.host}\n  targets:\n  - select: {name: to}\n    fieldPaths:\n    - metadata.annotations.old\n";
    private const string Host = "vars:\n- name: HOST\n  objref: {apiVersion: v1, kind: ConfigMap, name: from}\n  fieldref: {fieldPath: data.host}\n";

    [Fact]
    public void Copied_value_was_written_in_the_source_and_is_caused_by_the_path_of_the_target()
    {
        var value = Annotation(DirectoryBuild.Of(Copy, Objects), "to", "old");
        Assert.Equal(("a.b", "r.yaml:5:9"), (value?.ToString(), value?.Location.ToString()));
        Assert.Equal((ProvenanceStep.Replacement, "kustomization.yaml:7:7", "r.yaml:12:10"), (value?.Derivation?.Step, value?.Derivation?.Cause.ToString(), value?.Derivation?.Replaced?.Location.ToString()));
    }

    [Fact]
    public void Part_of_a_target_is_written_in_the_source_too()
    {
        var value = Annotation(DirectoryBuild.Of($"{Copy}    options: {{delimiter: ., index: 1}}\n", Objects), "to", "old");
        Assert.Equal(("x.a.b", "r.yaml:5:9"), (value?.ToString(), value?.Location.ToString()));
    }

    [Fact]
    public void Filled_in_value_was_written_in_the_source_and_is_caused_by_the_var()
    {
        var value = Annotation(DirectoryBuild.Of(Host, Objects.Replace("x.y", "$(HOST)", StringComparison.Ordinal)), "to", "old");
        Assert.Equal(("a.b", "r.yaml:5:9"), (value?.ToString(), value?.Location.ToString()));
        Assert.Equal((ProvenanceStep.Variable, "kustomization.yaml:3:9", "$(HOST)"), (value?.Derivation?.Step, value?.Derivation?.Cause.ToString(), value?.Derivation?.Replaced?.ToString()));
    }

    [Fact]
    public void Objects_without_a_reference_are_the_same_instances()
    {
        Resource[] resources = [.. DirectoryBuild.Of("", Objects).Resources];
        Assert.Same(resources, VariableTransformer.Apply(resources, [], [], hasGaps: false, _ => Assert.Fail()));
        var variable = new Variable("A", resources[0].Root, resources[0].Id, ["data", "host"], "data.host", resources[0].Root);
        Resource[] declared = [resources[0].WithVariable("A"), .. resources[1..]];
        Assert.Same(declared, VariableTransformer.Apply(declared, [variable], [], hasGaps: false, _ => Assert.Fail()));
    }

    [Theory]
    [InlineData("replacements:\n- source: {name: nope}\n  targets: [{select: {name: to}}]\n")]
    [InlineData("vars:\n- name: A\n  objref: {kind: Pod, apiVersion: v1, name: nope}\n")]
    public void What_is_missing_is_no_problem_where_something_else_is_unknown(string kustomization)
    {
        var build = DirectoryBuild.Of($"generators: [g.yaml]\n{kustomization}", Objects.Replace("x.y", "$(A)", StringComparison.Ordinal), ("g.yaml", "apiVersion: example.com/v1\nkind: Maker\nmetadata:\n  name: maker\n  annotations:\n    config.kubernetes.io/function: 'container: {image: example.com/maker}'\n"));
        Assert.DoesNotContain(build.Problems, problem => problem.Kind == BuildProblemKind.Refused);
        Assert.True(build.Resources.Single(resource => resource.Id.Name == "to").HasUnknownValues);
    }

    [Theory]
    [InlineData("replacements:\n- source: {name: nope}\n  targets: [{select: {name: to}}]\n", "kustomization.yaml:3:18", "no object 'nope' is in this build to take a value from")]
    [InlineData("replacements:\n- source: {name: from, fieldPath: data.port}\n  targets: [{select: {name: to}}]\n", "kustomization.yaml:3:35", "ConfigMap 'from' has no value at 'data.port' that could be copied")]
    [InlineData("replacements:\n- source: {name: from}\n  targets: [{select: {name: to}, fieldPaths: [data.x]}]\n", "kustomization.yaml:4:47", "ConfigMap 'to' has no field 'data.x' to put a value in")]
    [InlineData("vars:\n- name: A\n  objref: {kind: Pod, apiVersion: v1, name: nope}\n", "kustomization.yaml:3:9", "the object of the var 'A' is not in this build")]
    public void What_is_refused_is_reported_where_it_stands(string kustomization, string place, string message)
    {
        var problem = Assert.Single(DirectoryBuild.Of(kustomization, Objects).Problems);
        Assert.Equal((BuildProblemKind.Refused, place, message), (problem.Kind, problem.Location.ToString(), problem.Message));
    }

    private static YamlNode? Annotation(DirectoryBuild build, string name, string key)
    {
        Assert.Empty(build.Problems);
        return build.Resources.Single(resource => resource.Id.Name == name).Root.At("metadata", "annotations", key);
    }
}
