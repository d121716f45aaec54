using FluxLint.Kustomize.Patching;
namespace FluxLint.Core.Tests.Kustomize.Patching;

/// <summary>Lists with one merge key, in the pod spec of a Deployment. The expected text is what <c>kubectl kustomize</c> prints.</summary>
public sealed class StrategicMergeListTests
{
    [Theory]
    [InlineData(
        "items with the same name merge",
        "{containers: [{name: a, x: 1}, {name: b}]}",
        "{containers: [{name: a, z: 2}]}",
        "{containers: [{name: a, x: 1, z: 2}, {name: b}]}")]
    [InlineData(
        "new items come first",
        "{containers: [{name: a}, {name: b}]}",
        "{containers: [{name: d}, {name: c}]}",
        "{containers: [{name: d}, {name: c}, {name: a}, {name: b}]}")]
    [InlineData(
        "the patch gives the order",
        "{containers: [{name: a}, {name: b}, {name: c}]}",
        "{containers: [{name: c}, {name: b}]}",
        "{containers: [{name: c}, {name: b}, {name: a}]}")]
    [InlineData(
        "an empty list changes nothing",
        "{containers: [{name: a}]}",
        "{containers: []}",
        "{containers: [{name: a}]}")]
    [InlineData(
        "null deletes the list",
        "{containers: [{name: a}], x: 1}",
        "{containers: null}",
        "{x: 1}")]
    [InlineData(
        "a list where there is none",
        "{x: 1}",
        "{containers: [{name: a, n: null}, {name: b}]}",
        "{containers: [{name: a}, {name: b}], x: 1}")]
    [InlineData(
        "an item is deleted",
        "{containers: [{name: a}, {name: b}]}",
        "{containers: [{name: a, $patch: delete}]}",
        "{containers: [{name: b}]}")]
    [InlineData(
        "the last item is deleted",
        "{containers: [{name: a}]}",
        "{containers: [{name: a, $patch: delete}]}",
        "{containers: []}")]
    [InlineData(
        "an item that is not there is deleted",
        "{containers: [{name: a}]}",
        "{containers: [{name: c, $patch: delete}]}",
        "{containers: [{name: a}]}")]
    [InlineData(
        "$patch replace in an item that is there does nothing",
        "{containers: [{name: a, x: 1}, {name: b}]}",
        "{containers: [{name: a, $patch: replace, z: 1}]}",
        "{containers: [{name: a, x: 1}, {name: b}]}")]
    [InlineData(
        "$patch replace in an item that is new",
        "{containers: [{name: a}]}",
        "{containers: [{name: b, $patch: replace, z: 1}]}",
        "{containers: [{name: b, z: 1}, {name: a}]}")]
    [InlineData(
        "$patch replace as an item replaces the list",
        "{containers: [{name: a, x: 1}, {name: b}]}",
        "{containers: [{name: e}, {$patch: replace}, {name: b, z: 1}]}",
        "{containers: [{name: e}, {name: b, z: 1}]}")]
    [InlineData(
        "$patch delete as an item deletes the list",
        "{containers: [{name: a}], x: 1}",
        "{containers: [{name: e}, {$patch: delete}]}",
        "{x: 1}")]
    [InlineData(
        "$patch merge as an item is the default",
        "{containers: [{name: a}]}",
        "{containers: [{name: e}, {$patch: merge}]}",
        "{containers: [{name: e}, {name: a}]}")]
    [InlineData(
        "$patch replace as an item of a new list displaces the others",
        "{x: 1}",
        "{containers: [{name: e}, {$patch: replace}]}",
        "{containers: [{$patch: replace}], x: 1}")]
    [InlineData(
        "an item without its key displaces all that have one",
        "{containers: [{name: a, x: 1}]}",
        "{containers: [{name: e}, {x: 2}]}",
        "{containers: [{name: e}]}")]
    [InlineData(
        "a new list of an item without its key is empty",
        "{x: 1}",
        "{containers: [{x: 1}]}",
        "{containers: [{x: 1}], x: 1}")]
    [InlineData(
        "items twice in the patch",
        "{containers: [{name: a}]}",
        "{containers: [{name: e, x: null}, {name: e, z: 1}]}",
        "{containers: [{name: e}, {name: a}]}")]
    [InlineData(
        "items twice in the resource become one even where the patch is elsewhere",
        "{containers: [{name: a}, {name: b}, {name: a, x: 1}]}",
        "{q: 1}",
        "{containers: [{name: a, x: 1}, {name: b}], q: 1}")]
    [InlineData(
        "an item without its key in the resource displaces the others",
        "{containers: [{name: c, env: [{name: A, value: a}, {value: b}]}]}",
        "{q: 1}",
        "{containers: [{env: [{value: b}], name: c}], q: 1}")]
    [InlineData(
        "keys compare as text",
        "{containers: [{name: 5, x: 1}]}",
        "{containers: [{name: '5', x: 2}]}",
        "{containers: [{name: '5', x: 2}]}")]
    [InlineData(
        "lists inside items merge",
        "{containers: [{name: a, env: [{name: A, value: a}, {name: B, value: b}]}]}",
        "{containers: [{name: a, env: [{name: B, value: c}]}]}",
        "{containers: [{env: [{name: B, value: c}, {name: A, value: a}], name: a}]}")]
    [InlineData(
        "one source of a variable gives way to another",
        "{containers: [{name: a, env: [{name: A, value: b}]}]}",
        "{containers: [{name: a, env: [{name: A, value: null, valueFrom: {x: 1}}]}]}",
        "{containers: [{env: [{name: A, valueFrom: {x: 1}}], name: a}]}")]
    [InlineData(
        "volumes merge by name and keep their old source",
        "{volumes: [{name: a, emptyDir: {}}]}",
        "{volumes: [{name: a, hostPath: {path: x}}]}",
        "{volumes: [{emptyDir: {}, hostPath: {path: x}, name: a}]}")]
    [InlineData(
        "volume mounts merge by path",
        "{containers: [{name: a, volumeMounts: [{mountPath: /a, name: x}, {mountPath: /b, name: x}]}]}",
        "{containers: [{name: a, volumeMounts: [{mountPath: /b, name: z}]}]}",
        "{containers: [{name: a, volumeMounts: [{mountPath: '/b', name: z}, {mountPath: '/a', name: x}]}]}")]
    [InlineData(
        "tolerations are replaced",
        "{tolerations: [{key: a}]}",
        "{tolerations: [{key: b}]}",
        "{tolerations: [{key: b}]}")]
    [InlineData(
        "arguments are replaced",
        "{containers: [{name: a, args: [x, z]}]}",
        "{containers: [{name: a, args: [q]}]}",
        "{containers: [{args: [q], name: a}]}")]
    [InlineData(
        "$setElementOrder stays as text",
        "{containers: [{name: a}, {name: b}]}",
        "{$setElementOrder/containers: [{name: b}, {name: a}], containers: [{name: b, x: 1}]}",
        "{$setElementOrder/containers: [{name: b}, {name: a}], containers: [{name: b, x: 1}, {name: a}]}")]
    public void Merges_items(string situation, string target, string patch, string expected) =>
        Patched.Same(situation, Patched.PodSpec(expected), StrategicMergePatch.Apply(Patched.PodSpec(target), Patched.PodSpec(patch), Patched.Cause));
}
