using FluxLint.Kustomize.Patching;
namespace FluxLint.Core.Tests.Kustomize.Patching;

/// <summary>Strategic merge patches that <c>kubectl kustomize</c> refuses too, with our sentence and the text that it points at.</summary>
public sealed class StrategicMergeProblemTests
{
    [Theory]
    [InlineData(
        "a scalar for a mapping",
        "{a: {b: 1}}",
        "{a: 5}",
        "the patch has a scalar where the resource has a mapping",
        "5")]
    [InlineData(
        "a mapping for a scalar",
        "{a: 1}",
        "{a: {b: 1}}",
        "the patch has a mapping where the resource has a scalar",
        "{b: 1}")]
    [InlineData(
        "a scalar for a list",
        "{a: [1]}",
        "{a: 5}",
        "the patch has a scalar where the resource has a list",
        "5")]
    [InlineData(
        "a mapping for a list",
        "{containers: [{name: a}]}",
        "{containers: {$patch: delete}}",
        "the patch has a mapping where the resource has a list",
        "{$patch: delete}")]
    [InlineData(
        "an unknown directive",
        "{a: {b: 1}}",
        "{a: {$patch: remove}}",
        "'remove' is not a patch directive; 'delete', 'merge' and 'replace' are",
        "remove")]
    [InlineData(
        "an unknown directive for a list",
        "{containers: [{name: a}]}",
        "{containers: [{$patch: remove}]}",
        "'remove' is not a patch directive; 'delete', 'merge' and 'replace' are",
        "remove")]
    [InlineData(
        "a plain value among named items",
        "{x: 1}",
        "{containers: [a, {name: c}]}",
        "a list that is merged by 'name' has an item without fields",
        "a")]
    public void Refuses(string situation, string target, string patch, string message, string place)
    {
        var result = StrategicMergePatch.Apply(Patched.PodSpec(target), Patched.PodSpec(patch), Patched.Cause);
        var problem = Assert.IsType<PatchProblem>(result.Problem);
        Assert.Null(result.Value);
        Assert.False(result.IsDeleted);
        Assert.Equal((situation, message), (situation, problem.Message));
        Assert.Equal(place, problem.Node.Source.Slice(problem.Node.Span).ToString());
    }
}
