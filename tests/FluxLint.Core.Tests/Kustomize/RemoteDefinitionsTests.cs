using FluxLint.Kustomize;

namespace FluxLint.Core.Tests.Kustomize;

public class RemoteDefinitionsTests
{
    [Theory]
    [InlineData("https://github.com/kubernetes-sigs/gateway-api/releases/download/v1.5.1/standard-install.yaml", true)]
    [InlineData("https://github.com/kubernetes-sigs/gateway-api/releases/download/v1.4.0/experimental-install.yaml", true)]
    [InlineData("https://github.com/kubernetes-sigs/gateway-api/releases/download/v0.7.1/standard-install.yaml", false)]
    [InlineData("https://github.com/example/tool/releases/download/v1.4.0/standard-install.yaml", false)]
    [InlineData("https://github.com/kubernetes-sigs/gateway-api/config/crd?ref=v1.1.0", true)]
    [InlineData("github.com/example/tool//config/crd/bases?ref=v1", true)]
    [InlineData("https://github.com/example/tool/releases/download/v1.9.0/tool-crds.yaml", true)]
    [InlineData("https://github.com/example/tool/releases/download/v1.9.0/tool.crds.yaml", true)]
    [InlineData("https://example.org/tool-crds.yml", true)]
    [InlineData("https://example.org/tool.yaml", false)]
    [InlineData("https://raw.githubusercontent.com/example/tool/main/config/job-crd/job_customresourcedefinition.yaml", true)]
    [InlineData("https://raw.githubusercontent.com/example/tool/main/deploy/install-no-crds.yaml", false)]
    [InlineData("https://raw.githubusercontent.com/example/tool/main/deploy/operator-with-crds.yaml", false)]
    [InlineData("https://github.com/example/crds//base?ref=v1", false)]
    [InlineData("https://github.com/example/crd-operator/releases/download/v1/crd-operator.yaml", false)]
    [InlineData("https://github.com/example/tool/deploy?ref=crds", false)]
    [InlineData("git@github.com:example/crds.git", false)]
    [InlineData("", false)]
    public void Url_says_that_there_are_definitions_alone(string url, bool expected) => Assert.Equal(expected, RemoteDefinitions.Are(url));

    [Theory]
    [InlineData("https://github.com/kubernetes-sigs/gateway-api/releases/download/v1.5.1/standard-install.yaml", "gateway.networking.k8s-x.io gateway.networking.k8s.io networking.x-k8s.io networking.x.k8s.io")]
    [InlineData("https://raw.githubusercontent.com/prometheus-operator/prometheus-operator/v0.80.0/example/prometheus-operator-crd/monitoring.coreos.com_probes.yaml", "monitoring.coreos.com")]
    [InlineData("github.com/kubernetes-csi/external-snapshotter//client/config/crd?ref=v8.2.0", "storage.k8s.io")]
    [InlineData("git@github.com:external-secrets/external-secrets.git//config/crds/bases", "external-secrets.io")]
    [InlineData("https://github.com/example/gateway-api/config/crd?ref=v1.1.0", null)]
    [InlineData("https://example.org/kubernetes-sigs/gateway-api/crds.yaml", null)]
    [InlineData("https://github.com/crds.yaml", null)]
    public void Repositories_tell_of_groups(string url, string? groups) =>
        Assert.Equal(groups, RemoteDefinitions.GroupsOf(url) is { } known ? string.Join(' ', known) : null);
}
