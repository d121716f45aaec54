using FluxLint.Flux;

namespace FluxLint.Core.Tests.Flux;

/// <summary>What kustomize-controller does with an object.</summary>
public sealed class ApplyPolicyTests
{
    [Theory]
    [InlineData("name: web", ApplyPolicy.Override)]
    [InlineData("annotations: { kustomize.toolkit.fluxcd.io/ssa: Override }", ApplyPolicy.Override)]
    [InlineData("annotations: { kustomize.toolkit.fluxcd.io/ssa: Replace }", ApplyPolicy.Override)]
    [InlineData("annotations: { kustomize.toolkit.fluxcd.io/ssa: Merge }", ApplyPolicy.Merge)]
    [InlineData("annotations: { kustomize.toolkit.fluxcd.io/ssa: ifnotpresent }", ApplyPolicy.IfNotPresent)]
    [InlineData("labels: { kustomize.toolkit.fluxcd.io/ssa: IfNotPresent }", ApplyPolicy.IfNotPresent)]
    [InlineData("annotations: { kustomize.toolkit.fluxcd.io/ssa: Ignore }", ApplyPolicy.Ignore)]
    [InlineData("annotations: { kustomize.toolkit.fluxcd.io/reconcile: Disabled }", ApplyPolicy.Ignore)]
    [InlineData("labels: { kustomize.toolkit.fluxcd.io/reconcile: disabled }", ApplyPolicy.Ignore)]
    [InlineData("annotations: { kustomize.toolkit.fluxcd.io/reconcile: enabled }", ApplyPolicy.Override)]
    [InlineData("annotations: { kustomize.toolkit.fluxcd.io/ssa: Merge }, labels: { kustomize.toolkit.fluxcd.io/reconcile: disabled }", ApplyPolicy.Ignore)]
    [InlineData("annotations: { kustomize.toolkit.fluxcd.io/ssa: '${policy}' }", ApplyPolicy.Unknown)]
    public void Policy_is_read_from_annotations_and_labels(string metadata, ApplyPolicy expected) =>
        Assert.Equal(expected, ApplyPolicies.Of(FluxSample.Resource($"apiVersion: v1\nkind: ConfigMap\nmetadata: {{ {metadata} }}\n")));
}
