using FluxLint.Flux;

namespace FluxLint.Core.Tests.Flux;

public sealed class SourceAddressTests
{
    [Theory]
    [InlineData("https://git.example.com/fleet", "https", "git.example.com")]
    [InlineData("HTTP://Git.Example.com:8080", "http", "git.example.com")]
    [InlineData("ssh://git@git.example.com:2222/fleet", "ssh", "git.example.com")]
    [InlineData("oci://ghcr.io/acme/app", "oci", "ghcr.io")]
    [InlineData("https://user:word@git.example.com?x=1", "https", "git.example.com")]
    [InlineData("minio.example.com:9000", "", "minio.example.com")]
    [InlineData("ghcr.io/acme/web", "", "ghcr.io")]
    [InlineData("http://[2001:db8::1]:80/a", "http", "[2001:db8::1]")]
    [InlineData("", "", "")]
    public void Reads_scheme_and_host(string text, string scheme, string host) => Assert.Equal(new SourceAddress(scheme, host), SourceAddress.Of(text));

    [Theory]
    [InlineData("http://charts.shared.svc", true)]
    [InlineData("http://charts.shared.svc.cluster.local:8080/a", true)]
    [InlineData("http://charts", true)]
    [InlineData("http://localhost:8080", true)]
    [InlineData("http://127.0.0.1:8080", true)]
    [InlineData("http://10.0.0.1", false)]
    [InlineData("http://svc.example.com", false)]
    [InlineData("http://charts.example.com", false)]
    public void Knows_what_stays_in_the_cluster(string text, bool expected) => Assert.Equal(expected, SourceAddress.Of(text).IsInCluster);

    [Theory]
    [InlineData("oci://123456789012.dkr.ecr.eu-west-1.amazonaws.com/app", "aws")]
    [InlineData("123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com/app", "aws")]
    [InlineData("123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/app", "aws")]
    [InlineData("oci://acme.azurecr.io/app", "azure")]
    [InlineData("oci://europe-docker.pkg.dev/acme/app", "gcp")]
    [InlineData("oci://public.ecr.aws/acme/app", null)]
    [InlineData("oci://gcr.io/acme/app", null)]
    [InlineData("oci://mcr.microsoft.com/app", null)]
    [InlineData("oci://s3.eu-west-1.amazonaws.com/app", null)]
    public void Knows_the_registries_of_clouds(string text, string? expected) => Assert.Equal(expected, SourceAddress.Of(text).RegistryProvider);
}
