using FluxLint.Kustomize.Patching;
namespace FluxLint.Core.Tests.Kustomize.Patching;

/// <summary>Lists with two merge keys, in the pod spec of a Deployment. The expected text is what <c>kubectl kustomize</c> prints.</summary>
public sealed class StrategicMergePortTests
{
    [Theory]
    [InlineData(
        "a port with the same number and protocol",
        "{containers: [{name: a, ports: [{containerPort: 1, protocol: TCP, name: x}, {containerPort: 2, protocol: TCP}]}]}",
        "{containers: [{name: a, ports: [{containerPort: 2, protocol: TCP, name: z}]}]}",
        "{containers: [{name: a, ports: [{containerPort: 1, name: x, protocol: TCP}, {containerPort: 2, name: z, protocol: TCP}]}]}")]
    [InlineData(
        "new ports come first and the rest keep their place",
        "{containers: [{name: a, ports: [{containerPort: 1, protocol: TCP}, {containerPort: 2, protocol: TCP}]}]}",
        "{containers: [{name: a, ports: [{containerPort: 2, protocol: TCP, name: z}, {containerPort: 3, protocol: TCP}]}]}",
        "{containers: [{name: a, ports: [{containerPort: 3, protocol: TCP}, {containerPort: 1, protocol: TCP}, {containerPort: 2, name: z, protocol: TCP}]}]}")]
    [InlineData(
        "the same number in two protocols",
        "{containers: [{name: a, ports: [{containerPort: 1, protocol: TCP}]}]}",
        "{containers: [{name: a, ports: [{containerPort: 1, protocol: UDP}]}]}",
        "{containers: [{name: a, ports: [{containerPort: 1, protocol: UDP}, {containerPort: 1, protocol: TCP}]}]}")]
    [InlineData(
        "no protocol on either side",
        "{containers: [{name: a, ports: [{containerPort: 1, name: x}]}]}",
        "{containers: [{name: a, ports: [{containerPort: 1, name: z}]}]}",
        "{containers: [{name: a, ports: [{containerPort: 1, name: z}]}]}")]
    [InlineData(
        "a protocol only in the resource",
        "{containers: [{name: a, ports: [{containerPort: 1, protocol: TCP, name: x}]}]}",
        "{containers: [{name: a, ports: [{containerPort: 1, name: z}]}]}",
        "{containers: [{name: a, ports: [{containerPort: 1, name: x, protocol: TCP}]}]}")]
    [InlineData(
        "a protocol only in the patch",
        "{containers: [{name: a, ports: [{containerPort: 1, name: x}]}]}",
        "{containers: [{name: a, ports: [{containerPort: 1, protocol: TCP, name: z}]}]}",
        "{containers: [{name: a, ports: [{containerPort: 1, name: x}]}]}")]
    [InlineData(
        "ports with and without a protocol",
        "{containers: [{name: a, ports: [{containerPort: 1, protocol: TCP, name: q}, {containerPort: 1, protocol: UDP}, {containerPort: 2, name: x}]}]}",
        "{containers: [{name: a, ports: [{containerPort: 2, name: s}, {containerPort: 1, name: z}, {containerPort: 3}]}]}",
        "{containers: [{name: a, ports: [{containerPort: 3}, {containerPort: 1, name: q, protocol: TCP}, {containerPort: 1, protocol: UDP}, {containerPort: 2, name: s}]}]}")]
    [InlineData(
        "a port is deleted",
        "{containers: [{name: a, ports: [{containerPort: 1}, {containerPort: 2}]}]}",
        "{containers: [{name: a, ports: [{containerPort: 2, $patch: delete}]}]}",
        "{containers: [{name: a, ports: [{containerPort: 1}]}]}")]
    [InlineData(
        "a port with a protocol is not deleted without it",
        "{containers: [{name: a, ports: [{containerPort: 1, protocol: TCP}, {containerPort: 2, protocol: TCP}]}]}",
        "{containers: [{name: a, ports: [{containerPort: 2, $patch: delete}, {containerPort: 3, protocol: TCP}]}]}",
        "{containers: [{name: a, ports: [{containerPort: 3, protocol: TCP}, {containerPort: 1, protocol: TCP}, {containerPort: 2, protocol: TCP}]}]}")]
    [InlineData(
        "ports of one number in the resource, patch elsewhere",
        "{containers: [{name: a, ports: [{containerPort: 1}, {containerPort: 1, protocol: UDP}, {containerPort: 2}]}]}",
        "{q: 1}",
        "{containers: [{name: a, ports: [{containerPort: 1}, {containerPort: 1, protocol: UDP}, {containerPort: 2}]}], q: 1}")]
    [InlineData(
        "spread constraints have two keys",
        "{topologySpreadConstraints: [{topologyKey: a, whenUnsatisfiable: x, maxSkew: 1}]}",
        "{topologySpreadConstraints: [{topologyKey: a, whenUnsatisfiable: z, maxSkew: 2}]}",
        "{topologySpreadConstraints: [{maxSkew: 2, topologyKey: a, whenUnsatisfiable: z}, {maxSkew: 1, topologyKey: a, whenUnsatisfiable: x}]}")]
    [InlineData(
        "all ports are replaced",
        "{containers: [{name: a, ports: [{containerPort: 1, protocol: TCP}]}]}",
        "{containers: [{name: a, ports: [{$patch: replace}, {containerPort: 2}]}]}",
        "{containers: [{name: a, ports: [{containerPort: 2}]}]}")]
    public void Merges_items_by_two_keys(string situation, string target, string patch, string expected) =>
        Patched.Same(situation, Patched.PodSpec(expected), StrategicMergePatch.Apply(Patched.PodSpec(target), Patched.PodSpec(patch), Patched.Cause));
}
