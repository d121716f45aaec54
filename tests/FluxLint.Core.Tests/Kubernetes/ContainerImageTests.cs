using FluxLint.Kubernetes;

namespace FluxLint.Core.Tests.Kubernetes;

public class ContainerImageTests
{
    [Theory]
    [InlineData("nginx", "nginx", null, null, true)]
    [InlineData("nginx:latest", "nginx", "latest", null, true)]
    [InlineData("nginx:1.29", "nginx", "1.29", null, false)]
    [InlineData("registry:5000/web", "registry:5000/web", null, null, true)]
    [InlineData("registry:5000/web:2", "registry:5000/web", "2", null, false)]
    [InlineData("ghcr.io/a/b@sha256:12", "ghcr.io/a/b", null, "sha256:12", false)]
    [InlineData("ghcr.io/a/b:latest@sha256:12", "ghcr.io/a/b", "latest", "sha256:12", false)]
    public void Parts_of_a_name(string text, string repository, string? tag, string? digest, bool floats)
    {
        var image = ContainerImage.Of(text);

        Assert.Equal(new(repository, tag, digest), image);
        Assert.Equal(floats, image.IsFloating);
    }

    [Theory]
    [InlineData("nginx:1", "docker.io")]
    [InlineData("org/web", "docker.io")]
    [InlineData("docker.io/org/web", "docker.io")]
    [InlineData("localhost/web", "localhost")]
    [InlineData("registry:5000/web:2", "registry:5000")]
    [InlineData("ghcr.io/a/b@sha256:12", "ghcr.io")]
    [InlineData("web.v2", "docker.io")]
    public void Registry_of_a_name(string text, string registry) => Assert.Equal(registry, ContainerImage.Of(text).Registry);
}
