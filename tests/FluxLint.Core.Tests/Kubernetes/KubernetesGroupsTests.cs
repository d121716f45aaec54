using FluxLint.Kubernetes;

namespace FluxLint.Core.Tests.Kubernetes;

/// <summary>Which groups Kubernetes itself serves.</summary>
public sealed class KubernetesGroupsTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("apps", true)]
    [InlineData("networking.k8s.io", true)]
    [InlineData("gateway.networking.k8s.io", false)]
    [InlineData("cert-manager.io", false)]
    public void Groups_of_Kubernetes_are_told_from_custom_ones(string group, bool expected) =>
        Assert.Equal(expected, KubernetesGroups.Contains(group));
}
