using FluxLint.Kustomize.Patching;
namespace FluxLint.Core.Tests.Kustomize.Patching;

/// <summary>Mappings, scalars and lists without keys, in the pod spec of a Deployment. The expected text is what <c>kubectl kustomize</c> prints.</summary>
public sealed class StrategicMergeMappingTests
{
    [Theory]
    [InlineData(
        "a new field is added",
        "{a: 1}",
        "{b: 2}",
        "{a: 1, b: 2}")]
    [InlineData(
        "a scalar is replaced",
        "{a: 1, b: 2}",
        "{b: 3}",
        "{a: 1, b: 3}")]
    [InlineData(
        "a number may become text",
        "{a: 1}",
        "{a: '1'}",
        "{a: '1'}")]
    [InlineData(
        "a number in place of quoted text is text",
        "{a: '1', b: 'x'}",
        "{a: 5, b: true}",
        "{a: '5', b: 'true'}")]
    [InlineData(
        "a number in place of plain text is a number",
        "{a: x}",
        "{a: 1}",
        "{a: 1}")]
    [InlineData(
        "mappings merge",
        "{a: {b: 1, c: 2}}",
        "{a: {c: 3, d: 4}}",
        "{a: {b: 1, c: 3, d: 4}}")]
    [InlineData(
        "an empty mapping changes nothing",
        "{a: {b: 1}}",
        "{a: {}}",
        "{a: {b: 1}}")]
    [InlineData(
        "null deletes a field",
        "{a: 1, b: 2}",
        "{a: null}",
        "{b: 2}")]
    [InlineData(
        "null deletes a mapping",
        "{a: {b: 1}, c: 1}",
        "{a: null}",
        "{c: 1}")]
    [InlineData(
        "null for a field that is not there",
        "{a: 1}",
        "{b: null}",
        "{a: 1}")]
    [InlineData(
        "the last field of a mapping leaves it empty",
        "{a: {b: 1}}",
        "{a: {b: null}}",
        "{a: {}}")]
    [InlineData(
        "a null of the resource stays",
        "{a: null, b: {c: null}}",
        "{d: 1}",
        "{a: null, b: {c: null}, d: 1}")]
    [InlineData(
        "a null of the resource that the patch names goes",
        "{a: null, b: 1}",
        "{a: null}",
        "{b: 1}")]
    [InlineData(
        "a null of the resource takes any value",
        "{a: null, b: null, c: null}",
        "{a: 1, b: {x: 1}, c: [1]}",
        "{a: 1, b: {x: 1}, c: [1]}")]
    [InlineData(
        "nulls inside an added mapping go",
        "{a: 1}",
        "{b: {c: null, d: 1, e: {f: null}}}",
        "{a: 1, b: {d: 1, e: {}}}")]
    [InlineData(
        "nulls inside a replaced list stay",
        "{a: [1]}",
        "{a: [{b: null}]}",
        "{a: [{b: null}]}")]
    [InlineData(
        "a list without keys is replaced",
        "{a: [1, 2]}",
        "{a: [3]}",
        "{a: [3]}")]
    [InlineData(
        "a list without keys becomes empty",
        "{a: [1, 2]}",
        "{a: []}",
        "{a: []}")]
    [InlineData(
        "$patch delete takes a mapping away",
        "{a: {b: 1}, c: 1}",
        "{a: {$patch: delete}}",
        "{c: 1}")]
    [InlineData(
        "$patch delete of what is not there",
        "{c: 1}",
        "{a: {$patch: delete, x: 1}}",
        "{c: 1}")]
    [InlineData(
        "$patch replace drops the rest of a mapping",
        "{a: {b: 1, c: 2}}",
        "{a: {$patch: replace, c: 3}}",
        "{a: {c: 3}}")]
    [InlineData(
        "$patch replace alone empties a mapping",
        "{a: {b: 1}}",
        "{a: {$patch: replace}}",
        "{a: {}}")]
    [InlineData(
        "$patch replace of what is not there",
        "{c: 1}",
        "{a: {$patch: replace, x: 1}}",
        "{a: {x: 1}, c: 1}")]
    [InlineData(
        "$patch merge is the default",
        "{a: {b: 1}}",
        "{a: {$patch: merge, c: 2}}",
        "{a: {b: 1, c: 2}}")]
    [InlineData(
        "directives inside a replacing mapping",
        "{a: {b: {c: 1}}}",
        "{a: {$patch: replace, b: {$patch: delete}, d: {$patch: merge, e: 1}, n: null}}",
        "{a: {d: {e: 1}}}")]
    [InlineData(
        "an unknown directive stays in an added mapping",
        "{c: 1}",
        "{a: {$patch: bogus, d: 1}}",
        "{a: {$patch: bogus, d: 1}, c: 1}")]
    [InlineData(
        "a directive inside a replaced list stays",
        "{a: [1]}",
        "{a: [{$patch: delete, b: null}]}",
        "{a: [{$patch: delete, b: null}]}")]
    [InlineData(
        "$retainKeys stays as text",
        "{s: {type: A, x: 1}}",
        "{s: {$retainKeys: [type], type: B}}",
        "{s: {$retainKeys: [type], type: B, x: 1}}")]
    public void Merges(string situation, string target, string patch, string expected) =>
        Patched.Same(situation, Patched.PodSpec(expected), StrategicMergePatch.Apply(Patched.PodSpec(target), Patched.PodSpec(patch), Patched.Cause));
}
