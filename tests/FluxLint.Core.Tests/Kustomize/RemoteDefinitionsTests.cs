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
}
