using FluxLint.Kustomize.Patching;
namespace FluxLint.Core.Tests.Kustomize.Patching;

/// <summary>JSON 6902 patches on a custom resource. The expected text is what <c>kubectl kustomize</c> prints.</summary>
public sealed class JsonPatchTests
{
    [Theory]
    [InlineData(
        "add a field",
        "{a: 1}",
        "- {op: add, path: /spec/b, value: {c: [1]}}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: 1, b: {c: [1]}}}")]
    [InlineData(
        "add replaces a field",
        "{a: 1}",
        "- {op: add, path: /spec/a, value: 2}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: 2}}")]
    [InlineData(
        "add below annotations that are not there",
        "{a: 1}",
        "- {op: add, path: /metadata/annotations/x~1y~0z, value: v}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {annotations: {'x/y~z': v}, name: app}, spec: {a: 1}}")]
    [InlineData(
        "add to the end of a list",
        "{a: [1, 2]}",
        "- {op: add, path: /spec/a/-, value: 3}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: [1, 2, 3]}}")]
    [InlineData(
        "add at an index",
        "{a: [1, 2]}",
        "- {op: add, path: /spec/a/1, value: 3}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: [1, 3, 2]}}")]
    [InlineData(
        "add at the index behind the last",
        "{a: [1, 2]}",
        "- {op: add, path: /spec/a/2, value: 3}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: [1, 2, 3]}}")]
    [InlineData(
        "add at a negative index",
        "{a: [1, 2]}",
        "- {op: add, path: /spec/a/-1, value: 3}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: [1, 2, 3]}}")]
    [InlineData(
        "add at the first place from behind",
        "{a: [1, 2]}",
        "- {op: add, path: /spec/a/-3, value: 3}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: [3, 1, 2]}}")]
    [InlineData(
        "add inside an item",
        "{a: [{b: 1}]}",
        "- {op: add, path: /spec/a/0/c, value: 2}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: [{b: 1, c: 2}]}}")]
    [InlineData(
        "add without a value adds null",
        "{a: 1}",
        "- {op: add, path: /spec/b}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: 1, b: null}}")]
    [InlineData(
        "add a field with an empty name",
        "{a: 1}",
        "- {op: add, path: /spec/, value: 2}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {'': 2, a: 1}}")]
    [InlineData(
        "a path that does not start with a slash loses its first part",
        "{a: 1}",
        "- {op: add, path: root/spec/b, value: 2}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: 1, b: 2}}")]
    [InlineData(
        "remove a field",
        "{a: 1, b: 2}",
        "- {op: remove, path: /spec/a}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {b: 2}}")]
    [InlineData(
        "remove an item",
        "{a: [1, 2]}",
        "- {op: remove, path: /spec/a/0}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: [2]}}")]
    [InlineData(
        "remove the last item",
        "{a: [1, 2]}",
        "- {op: remove, path: /spec/a/-1}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: [1]}}")]
    [InlineData(
        "remove annotations that are not there",
        "{a: 1}",
        "- {op: remove, path: /metadata/annotations}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: 1}}")]
    [InlineData(
        "remove with escapes",
        "{'~': {/: 1, '~1': 2}}",
        "- {op: remove, path: /spec/~0/~01}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {'~': {'/': 1}}}")]
    [InlineData(
        "replace a field",
        "{a: {b: 1}}",
        "- {op: replace, path: /spec/a, value: [1]}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: [1]}}")]
    [InlineData(
        "replace a field that is not there",
        "{a: 1}",
        "- {op: replace, path: /spec/b, value: 2}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: 1, b: 2}}")]
    [InlineData(
        "replace an item",
        "{a: [1, 2]}",
        "- {op: replace, path: /spec/a/-1, value: 3}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: [1, 3]}}")]
    [InlineData(
        "an index may have a zero in front",
        "{a: [1, 2]}",
        "- {op: replace, path: /spec/a/01, value: 3}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: [1, 3]}}")]
    [InlineData(
        "an index may have a plus in front",
        "{a: [1, 2]}",
        "- {op: replace, path: /spec/a/+1, value: 3}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: [1, 3]}}")]
    [InlineData(
        "replace a null",
        "{a: null}",
        "- {op: replace, path: /spec/a, value: 1}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: 1}}")]
    [InlineData(
        "replace the whole resource",
        "{a: 1}",
        "- {op: replace, path: '', value: {apiVersion: v1, kind: ConfigMap, metadata: {name: b}}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: b}}")]
    [InlineData(
        "replace the name and the kind",
        "{a: 1}",
        "- {op: replace, path: /metadata/name, value: z}\n- {op: replace, path: /kind, value: Foo}",
        "{apiVersion: example.com/v1, kind: Foo, metadata: {name: z}, spec: {a: 1}}")]
    [InlineData(
        "move a field",
        "{a: 1}",
        "- {op: move, from: /spec/a, path: /spec/b}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {b: 1}}")]
    [InlineData(
        "move an item to the end",
        "{a: [1, 2, 3]}",
        "- {op: move, from: /spec/a/0, path: /spec/a/-}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: [2, 3, 1]}}")]
    [InlineData(
        "move an item by index after it is taken out",
        "{a: [1, 2, 3]}",
        "- {op: move, from: /spec/a/0, path: /spec/a/2}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: [2, 3, 1]}}")]
    [InlineData(
        "move over what it is inside of",
        "{a: {b: {c: 1}}}",
        "- {op: move, from: /spec/a/b, path: /spec/a}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: {c: 1}}}")]
    [InlineData(
        "copy a field",
        "{a: {b: 1}}",
        "- {op: copy, from: /spec/a, path: /spec/a/c}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: {b: 1, c: {b: 1}}}}")]
    [InlineData(
        "copy a field that is not there copies null",
        "{a: 1}",
        "- {op: copy, from: /spec/z, path: /spec/c}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: 1, c: null}}")]
    [InlineData(
        "test a number by its value",
        "{a: 1}",
        "- {op: test, path: /spec/a, value: 1.0}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: 1}}")]
    [InlineData(
        "test a mapping in another order",
        "{a: {b: 1, c: [1, 2]}}",
        "- {op: test, path: /spec/a, value: {c: [1, 2], b: 1}}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: {b: 1, c: [1, 2]}}}")]
    [InlineData(
        "test null against nothing",
        "{a: 1}",
        "- {op: test, path: /spec/b, value: null}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: 1}}")]
    [InlineData(
        "several operations in order",
        "{a: [[1, 2], [3]]}",
        "- {op: add, path: /spec/a/1/0, value: 9}\n- {op: remove, path: /spec/a/0/1}\n- {op: test, path: /spec/a/0, value: [1]}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: [[1], [9, 3]]}}")]
    [InlineData(
        "an unknown key is ignored",
        "{a: 1}",
        "- {op: add, path: /spec/b, value: 2, note: x}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: 1, b: 2}}")]
    [InlineData(
        "booleans of YAML 1.1",
        "{a: 1}",
        "- {op: add, path: /spec/b, value: [on, y, Yes, 'off', n, No, True, 'on']}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: 1, b: [true, true, true, 'off', false, false, true, 'on']}}")]
    [InlineData(
        "numbers and dates of YAML 1.1",
        "{a: 1}",
        "- {op: add, path: /spec/b, value: [017, 09, 0b11, 0x1F, 1_000, 1.50, 2020-01-01]}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: 1, b: [15, 9, 3, 31, 1000, 1.5, '2020-01-01']}}")]
    [InlineData(
        "keys of YAML 1.1",
        "{a: 1}",
        "- {op: add, path: /spec/b, value: {on: 1, 010: 2, 1.5: 3}}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: 1, b: {'1.5': 3, '8': 2, 'true': 1}}}")]
    [InlineData(
        "JSON",
        "{a: 1}",
        "[{\"op\": \"add\", \"path\": \"/spec/b\", \"value\": {\"c\": [1.0, true, null]}}]",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: 1, b: {c: [1, true, null]}}}")]
    [InlineData(
        "YAML in flow style below a comment",
        "{a: 1}",
        "# Adds b.\n[{op: add, path: /spec/b, value: 2}]",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: 1, b: 2}}")]
    [InlineData(
        "YAML in flow style below a marker",
        "{a: 1}",
        "---\n[{op: add, path: /spec/b, value: 2}]",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {a: 1, b: 2}}")]
    public void Applies(string situation, string target, string patch, string expected)
    {
        var parsed = JsonPatch.Parse(Patched.Root(patch));
        Assert.Null(parsed.Problem);
        Patched.Same(situation, Patched.Mapping(expected), JsonPatch.Apply(Patched.Widget(target), parsed.Operations, Patched.Cause));
    }
}
