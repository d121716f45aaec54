using static FluxLint.Core.Tests.Fleet.SmallFleet;

namespace FluxLint.Core.Tests.Fleet;

public sealed class FluxReleaseTests
{
    [Theory]
    [InlineData("2.6.1", "2.6")]
    [InlineData("v2.6.1", "2.6")]
    [InlineData("=2.6.1", "2.6")]
    [InlineData("= 2.6.1", "2.6")]
    [InlineData("2.6.x", "2.6")]
    [InlineData("2.99.x", "2.99")]
    [InlineData("~2.6.0", "2.6")]
    [InlineData(">=2.5.0, <2.8.0", "2.7")]
    [InlineData("2.6.x || 2.7.x", "2.7")]
    [InlineData("2.7.x || 2.6.x", "2.7")]
    [InlineData("2.7.x||2.6.x", "2.7")]
    [InlineData("2.6.x - 2.8.x", "2.8")]
    [InlineData("2.6.0 - 2.8", "2.8")]
    [InlineData("2.6.1 - 2.7.3", "2.7")]
    [InlineData("latest", null)]
    public void Range_of_an_instance_means_the_newest_release_in_it(string version, string? expected)
    {
        var cluster = Assert.Single(Load($"""
            # file: clusters/one/instance.yaml
            apiVersion: fluxcd.controlplane.io/v1
            kind: FluxInstance
            metadata:
              name: flux
              namespace: flux-system
            spec:
              distribution:
                version: "{version}"
                registry: ghcr.io/fluxcd
              sync:
                kind: GitRepository
                url: https://example.com/org/fleet
                ref: refs/heads/main
                path: clusters/one
            """).Clusters);

        Assert.Equal(expected, cluster.Release?.Version.ToString());
    }
}
