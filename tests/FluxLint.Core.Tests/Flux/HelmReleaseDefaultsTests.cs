using FluxLint.Flux;

namespace FluxLint.Core.Tests.Flux;

public sealed class HelmReleaseDefaultsTests
{
    [Theory]
    [InlineData("  interval: 5m", "web")]
    [InlineData("  targetNamespace: shop", "shop-web")]
    [InlineData("  targetNamespace: shop\n  releaseName: front", "front")]
    [InlineData("  targetNamespace: a-namespace-with-a-name-as-long-as-forty-nine-chars", "a-namespace-with-a-name-as-long-as-forty-nine-chars-web", true)]
    public void Release_name_is_made_of_the_others_unless_it_is_written(string spec, string expected, bool isLong = false)
    {
        var name = Read(spec).ReleaseName;

        if (!isLong)
        {
            Assert.Equal(expected, name);
            return;
        }
        Assert.Equal(53, name.Length);
        Assert.StartsWith(expected[..40] + "-", name, StringComparison.Ordinal);
    }

    /// <summary>The hash is that of <c>printf %s NAME | sha256sum</c>.</summary>
    [Fact]
    public void Long_release_name_ends_in_a_hash() =>
        Assert.Equal("some-front-appended-namespace-release-wi-92a4e5a49e00", Read("  releaseName: some-front-appended-namespace-release-with-a-long-name").ReleaseName);

    [Fact]
    public void What_is_absent_has_the_default_of_the_controller()
    {
        var release = Read("  interval: 5m");

        Assert.Equal("apps", release.WorkloadNamespace);
        Assert.False(release.CreatesNamespace || release.IsRemote);
        Assert.Empty(release.SourceReferences);
        Assert.Empty(release.DependsOn);
        Assert.Empty(release.ValuesFrom);
    }

    [Fact]
    public void Values_are_read_from_values_yaml_unless_another_key_is_said()
    {
        var release = Read("""
              valuesFrom:
                - {kind: ConfigMap, name: defaults}
                - {kind: Secret, name: tokens, valuesKey: token, targetPath: auth.token, optional: true}
            """);

        Assert.Equal(
            [("ConfigMap", "defaults", "values.yaml", null, false), ("Secret", "tokens", "token", "auth.token", true)],
            release.ValuesFrom.Select(other => (other.Kind, other.Name?.Value, other.ValuesKey, other.TargetPath?.Value, other.IsOptional)));
    }

    [Fact]
    public void Depends_on_releases_by_default_of_its_own_namespace() =>
        Assert.Equal(
            [("HelmRelease", "db", "apps"), ("HelmRelease", "istiod", "istio-system")],
            Read("  dependsOn:\n    - name: db\n    - name: istiod\n      namespace: istio-system").DependsOn.Select(other => (other.Kind, other.Name?.Value, other.Namespace)));

    private static HelmRelease Read(string spec) => FluxSample.Read<HelmRelease>("helm.toolkit.fluxcd.io/v2", "HelmRelease", spec);
}
