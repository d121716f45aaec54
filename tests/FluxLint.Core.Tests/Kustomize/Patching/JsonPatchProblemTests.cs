using FluxLint.Kustomize.Patching;
namespace FluxLint.Core.Tests.Kustomize.Patching;

/// <summary>JSON 6902 patches that <c>kubectl kustomize</c> refuses too, with our sentence and the text that it points at.</summary>
public sealed class JsonPatchProblemTests
{
    [Theory]
    [InlineData(
        "an empty list",
        "{a: 1}",
        "[]",
        "the patch has no operations",
        "[]")]
    [InlineData(
        "not a list",
        "{a: 1}",
        "{op: add, path: /spec/b, value: 2}",
        "a JSON 6902 patch is a list of operations",
        "{op: add, path: /spec/b, value: 2}")]
    [InlineData(
        "not an operation",
        "{a: 1}",
        "- 5",
        "an operation of a JSON 6902 patch is a mapping with 'op' and 'path'",
        "5")]
    [InlineData(
        "no op",
        "{a: 1}",
        "- {path: /spec/b}",
        "the operation has no 'op', which is one of 'add', 'remove', 'replace', 'move', 'copy' and 'test'",
        "{path: /spec/b}")]
    [InlineData(
        "an unknown op",
        "{a: 1}",
        "- {op: Add, path: /spec/b}",
        "'Add' is not an operation; 'add', 'remove', 'replace', 'move', 'copy' and 'test' are",
        "Add")]
    [InlineData(
        "no path",
        "{a: 1}",
        "- {op: add, value: 1}",
        "the operation has no 'path'",
        "{op: add, value: 1}")]
    [InlineData(
        "a path that is a number",
        "{a: 1}",
        "- {op: add, path: 5, value: 1}",
        "the 'path' of an operation is text",
        "5")]
    [InlineData(
        "no from",
        "{a: 1}",
        "- {op: copy, path: /spec/b}",
        "the operation has no 'from'",
        "{op: copy, path: /spec/b}")]
    [InlineData(
        "YAML in flow style",
        "{a: 1}",
        "[{op: add, path: /spec/b, value: 2}]",
        "a patch that starts with '[' must be JSON throughout, with names and text in double quotes",
        "op")]
    [InlineData(
        "a test without a value",
        "{a: 1}",
        "- {op: test, path: /spec/a}",
        "the 'test' has no 'value' to compare with",
        "{op: test, path: /spec/a}")]
    [InlineData(
        "add below what is not there",
        "{a: 1}",
        "- {op: add, path: /spec/q/x, value: 1}",
        "'add' of '/spec/q/x' finds no '/spec/q' in the resource",
        "/spec/q/x")]
    [InlineData(
        "add below labels that are not there",
        "{a: 1}",
        "- {op: add, path: /metadata/labels/x, value: v}",
        "'add' of '/metadata/labels/x' finds no '/metadata/labels' in the resource",
        "/metadata/labels/x")]
    [InlineData(
        "add below a scalar",
        "{a: 1}",
        "- {op: add, path: /spec/a/b, value: 1}",
        "'add' of '/spec/a/b' finds '1' at '/spec/a', which has no fields",
        "/spec/a/b")]
    [InlineData(
        "add beyond a list",
        "{a: [1, 2]}",
        "- {op: add, path: /spec/a/3, value: 3}",
        "'add' of '/spec/a/3' finds no '3' in a list of 2",
        "/spec/a/3")]
    [InlineData(
        "replace beyond a list",
        "{a: [1, 2]}",
        "- {op: replace, path: /spec/a/2, value: 3}",
        "'replace' of '/spec/a/2' finds no '2' in a list of 2",
        "/spec/a/2")]
    [InlineData(
        "replace at a dash",
        "{a: [1, 2]}",
        "- {op: replace, path: /spec/a/-, value: 3}",
        "'replace' of '/spec/a/-' finds no '-' in a list of 2",
        "/spec/a/-")]
    [InlineData(
        "a dash on the way",
        "{a: [{b: 1}]}",
        "- {op: add, path: /spec/a/-/c, value: 3}",
        "'add' of '/spec/a/-/c' finds no '/spec/a/-' in the resource",
        "/spec/a/-/c")]
    [InlineData(
        "remove what is not there",
        "{a: 1}",
        "- {op: remove, path: /spec/b}",
        "'remove' finds no '/spec/b' in the resource",
        "/spec/b")]
    [InlineData(
        "remove before a list",
        "{a: [1, 2]}",
        "- {op: remove, path: /spec/a/-3}",
        "'remove' of '/spec/a/-3' finds no '-3' in a list of 2",
        "/spec/a/-3")]
    [InlineData(
        "remove the whole resource",
        "{a: 1}",
        "- {op: remove, path: ''}",
        "'remove' cannot act on '', which names no field of the resource",
        "''")]
    [InlineData(
        "remove the name",
        "{a: 1}",
        "- {op: remove, path: /metadata/name}",
        "the patch leaves the resource without 'metadata.name'",
        "/metadata/name")]
    [InlineData(
        "remove the kind",
        "{a: 1}",
        "- {op: remove, path: /kind}\n- {op: add, path: /spec/b, value: 1}",
        "the patch leaves the resource without 'kind'",
        "/kind")]
    [InlineData(
        "move what is not there",
        "{a: 1}",
        "- {op: move, from: /spec/x, path: /spec/b}",
        "'move' finds no '/spec/x' in the resource",
        "/spec/x")]
    [InlineData(
        "move into itself",
        "{a: {b: 1}}",
        "- {op: move, from: /spec/a, path: /spec/a/b}",
        "'move' of '/spec/a/b' finds no '/spec/a' in the resource",
        "/spec/a/b")]
    [InlineData(
        "copy from below what is not there",
        "{a: 1}",
        "- {op: copy, from: /spec/z/y, path: /spec/c}",
        "'copy' of '/spec/z/y' finds no '/spec/z' in the resource",
        "/spec/z/y")]
    [InlineData(
        "test another value",
        "{a: 1}",
        "- {op: test, path: /spec/a, value: '1'}",
        "the 'test' of '/spec/a' fails, because the resource has '1' there and not the text '1'",
        "/spec/a")]
    [InlineData(
        "test what is not there",
        "{a: 1}",
        "- {op: test, path: /spec/b, value: 1}",
        "the 'test' of '/spec/b' fails, because the resource has nothing there and not '1'",
        "/spec/b")]
    [InlineData(
        "test a list in another order",
        "{a: [1, 2]}",
        "- {op: test, path: /spec/a, value: [2, 1]}",
        "the 'test' of '/spec/a' fails, because the resource has another list there",
        "/spec/a")]
    public void Refuses(string situation, string target, string patch, string message, string place)
    {
        var parsed = JsonPatch.Parse(Patched.Root(patch));
        var result = parsed.Problem is { } unread ? PatchResult.Of(unread) : JsonPatch.Apply(Patched.Widget(target), parsed.Operations, Patched.Cause);
        var problem = Assert.IsType<PatchProblem>(result.Problem);
        Assert.Null(result.Value);
        Assert.Equal((situation, message), (situation, problem.Message));
        Assert.Equal(place, problem.Node.Source.Slice(problem.Node.Span).ToString());
    }
}
