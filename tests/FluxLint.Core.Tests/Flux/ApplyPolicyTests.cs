using FluxLint.Flux;

namespace FluxLint.Core.Tests.Flux;

/// <summary>What kustomize-controller does with an object.</summary>
public sealed class ApplyPolicyTests
{
    [Theory]
    [InlineData("name: web", nameof(ApplyPolicy.Override))]
    [InlineData("annotations: { kustomize.toolkit.fluxcd.io/ssa: Override }", nameof(ApplyPolicy.Override))]
    [InlineData("annotations: { kustomize.toolkit.fluxcd.io/ssa: Replace }", nameof(ApplyPolicy.Override))]
    [InlineData("annotations: { kustomize.toolkit.fluxcd.io/ssa: Merge }", nameof(ApplyPolicy.Merge))]
    [InlineData("annotations: { kustomize.toolkit.fluxcd.io/ssa: ifnotpresent }", nameof(ApplyPolicy.IfNotPresent))]
    [InlineData("labels: { kustomize.toolkit.fluxcd.io/ssa: IfNotPresent }", nameof(ApplyPolicy.IfNotPresent))]
    [InlineData("annotations: { kustomize.toolkit.fluxcd.io/ssa: Ignore }", nameof(ApplyPolicy.Ignore))]
    [InlineData("annotations: { kustomize.toolkit.fluxcd.io/reconcile: Disabled }", nameof(ApplyPolicy.Ignore))]
    [InlineData("labels: { kustomize.toolkit.fluxcd.io/reconcile: disabled }", nameof(ApplyPolicy.Ignore))]
    [InlineData("annotations: { kustomize.toolkit.fluxcd.io/reconcile: enabled }", nameof(ApplyPolicy.Override))]
    [InlineData("annotations: { kustomize.toolkit.fluxcd.io/ssa: Merge }, labels: { kustomize.toolkit.fluxcd.io/reconcile: disabled }", nameof(ApplyPolicy.Ignore))]
    [InlineData("annotations: { kustomize.toolkit.fluxcd.io/ssa: '${policy}' }", nameof(ApplyPolicy.Unknown))]
    public void Policy_is_read_from_annotations_and_labels(string metadata, string expected) =>
        Assert.Equal(expected, ApplyPolicies.Of(FluxSample.Resource($"apiVersion: v1\nkind: ConfigMap\nmetadata: {{ {metadata} }}\n")).ToString());
}
